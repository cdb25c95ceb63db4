package dev.wend.job.cli;

import dev.wend.check.CheckedScenario;
import dev.wend.connectors.file.Folder;
import dev.wend.job.report.Summary;
import dev.wend.job.report.analysis.ReplayAnalysis;
import dev.wend.job.report.page.ReportFiles;
import dev.wend.job.trace.ReplayFiles;
import dev.wend.job.trace.UnreadableTraceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The report that a replay writes besides its own files, where it is asked to. */
final class ReportOptions {
  private static final String PAGE = "index.html";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Write a report there, too: index.html, one page that opens offline in any browser, report.json,"
              + " and every table as CSV.")
  private Optional<String> directory;

  @Option(
      names = "--report-customers",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "Of how many customers, drawn by hash and so always the same, the report shows the timelines"
              + " (default ${DEFAULT-VALUE}).")
  private int customers;

  /**
   * Refuses what cannot be meant.
   *
   * @throws ParameterException with what is wrong
   */
  void check() {
    if (customers < 0) {
      throw new ParameterException(spec.commandLine(), "--report-customers must not be negative");
    }
  }

  /**
   * Writes it and says where it is, or why it could not be written.
   *
   * @param out where the files of the replay are
   * @return whether all that was asked for is there
   */
  boolean write(List<CheckedScenario> scenarios, Summary summary, Folder out) {
    if (directory.isEmpty()) {
      return true;
    }
    try {
      Folder target = Folder.of(directory.get());
      List<String> written =
          ReportFiles.write(
              ReplayAnalysis.of(scenarios, new ReplayFiles(out), summary, customers), target);
      print(written, target);
      return true;
    } catch (UnreadableTraceException | IOException failed) {
      PrintWriter errors = spec.commandLine().getErr();
      errors.println("error: the report could not be written: " + failed);
      errors.flush();
      return false;
    }
  }

  private void print(List<String> written, Folder target) {
    PrintWriter printed = spec.commandLine().getOut();
    printed.println("Report: open " + target.child(PAGE));
    printed.println(
        "  also in "
            + target
            + ": "
            + String.join(", ", written.stream().filter(name -> !name.equals(PAGE)).toList()));
    printed.flush();
  }
}
