package dev.wend.job.report.page;

import dev.wend.connectors.file.Folder;
import dev.wend.event.Json;
import dev.wend.job.report.model.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a report into a directory. Equal reports give the same bytes. */
public final class ReportFiles {
  private ReportFiles() {}

  /**
   * Writes {@code index.html}, {@code report.json} and a CSV file per table.
   *
   * @param directory is made where it is missing; of what it holds only files of the same names are replaced
   * @return the names of the files, in order of reading
   */
  public static List<String> write(Report report, Folder directory) throws IOException {
    directory.make();
    List<String> written = new ArrayList<>();
    String json = Json.MAPPER.writeValueAsString(report);
    written.add(write(directory, "index.html", ReportPage.of(json)));
    written.add(write(directory, "report.json", json + "\n"));
    for (Csv table : ReportTables.of(report)) {
      written.add(write(directory, table.name() + ".csv", table.text()));
    }
    return written;
  }

  private static String write(Folder directory, String name, String text) throws IOException {
    directory.write(name, text.getBytes(StandardCharsets.UTF_8));
    return name;
  }
}
