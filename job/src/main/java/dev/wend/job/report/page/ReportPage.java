package dev.wend.job.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page that draws a report: one file, which asks for nothing else. */
final class ReportPage {
  private static final List<String> STYLES =
      List.of("tokens.css", "layout.css", "components.css", "journey.css", "customers.css");
  private static final List<String> MODULES =
      List.of(
          "format.js",
          "dom.js",
          "theme.js",
          "tables.js",
          "journey-layout.js",
          "journey-graph.js",
          "charts.js",
          "sections.js",
          "customers.js",
          "app.js");

  private ReportPage() {}

  /** Empty where the libraries are not on the class path, as in the jar for clusters. */
  static Optional<String> of(String json) {
    List<Optional<String>> libraries =
        Library.ALL.stream().map(library -> read(library.script())).toList();
    if (libraries.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    String scripts =
        libraries.stream()
            .map(Optional::orElseThrow)
            .map(ReportPage::script)
            .collect(Collectors.joining());
    String page = own("index.html");
    page = filled(page, "styles", own(STYLES));
    page = filled(page, "libraries", scripts);
    page = filled(page, "notices", own("notices.html"));
    page = filled(page, "modules", script(own(MODULES)));
    return Optional.of(filled(page, "report", json.replace("<", "\\u003c")));
  }

  private static String script(String code) {
    return "<script>\n" + code.replace("</script", "<\\/script") + "\n</script>\n";
  }

  private static String filled(String page, String place, String content) {
    return page.replace("{{" + place + "}}", content);
  }

  private static String own(List<String> names) {
    return names.stream().map(ReportPage::own).collect(Collectors.joining("\n"));
  }

  private static String own(String name) {
    return read("web/" + name)
        .orElseThrow(() -> new IllegalStateException("the jar has no page file " + name));
  }

  private static Optional<String> read(String resource) {
    try (InputStream in = ReportPage.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
