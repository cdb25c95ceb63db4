package dev.wend.job.report.page;

import dev.wend.job.page.Library;
import dev.wend.job.page.Page;
import java.util.List;
import java.util.Optional;

/** The page that draws a report. */
final class ReportPage {
  private static final Page PAGE =
      new Page(
          "Wend report",
          "replay report",
          "report.json and the CSV files beside it",
          List.of(Library.ECHARTS, Library.D3, Library.DAGRE),
          ReportPage.class,
          List.of(),
          List.of("charts.js", "passages.js", "sections.js", "customers.js", "app.js"));

  private ReportPage() {}

  /** Empty where the libraries are not on the class path. */
  static Optional<String> of(String json) {
    return PAGE.isDrawable() ? Optional.of(PAGE.of(json)) : Optional.empty();
  }
}
