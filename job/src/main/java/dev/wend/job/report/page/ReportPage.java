package dev.wend.job.report.page;

import dev.wend.job.page.Library;
import dev.wend.job.page.Page;
import java.util.List;

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

  static String of(String json) {
    return PAGE.of(json);
  }
}
