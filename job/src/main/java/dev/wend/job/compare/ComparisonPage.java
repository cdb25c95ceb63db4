package dev.wend.job.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A comparison as one page that needs nothing else. */
final class ComparisonPage {
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
    return resource("index.html")
        .replace("/*style*/", resource("page.css"))
        .replace("/*script*/", resource("page.js"))
        .replace("/*data*/", embedded(data));
  }

  /** No text in it ends the element in which it stands. */
  private static String embedded(ObjectNode data) {
    return new String(Json.bytes(data), StandardCharsets.UTF_8)
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static String resource(String name) {
    try (InputStream in = ComparisonPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
