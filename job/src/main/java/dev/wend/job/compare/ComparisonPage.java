package dev.wend.job.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.job.page.Library;
import dev.wend.job.page.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page that draws a comparison. */
final class ComparisonPage {
  private static final Page PAGE =
      new Page(
          "Wend comparison",
          "comparison",
          "compare.json and differences.jsonl beside it",
          List.of(Library.D3, Library.DAGRE),
          ComparisonPage.class,
          List.of("comparison.css"),
          List.of(
              "words.js",
              "differences.js",
              "timelines.js",
              "sections.js",
              "customers.js",
              "app.js"));

  private ComparisonPage() {}

  /**
   * The page.
   *
   * @param customers whose timelines it shows
   */
  static String of(Comparison comparison, List<ObjectNode> customers) {
    ObjectNode data = Json.object();
    data.set("comparison", comparison.toJson());
    ArrayNode shown = data.putArray("customers");
    customers.forEach(shown::add);
    return PAGE.of(new String(Json.bytes(data), StandardCharsets.UTF_8));
  }
}
