package dev.wend.job.cli;

import dev.wend.check.CheckedScenario;
import dev.wend.connectors.file.Folder;
import dev.wend.job.journey.Count;
import dev.wend.job.replay.InputCount;
import dev.wend.job.report.Summary;
import dev.wend.job.report.SummaryTable;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** What a replay tells the person who started it. */
final class ReplayReport {
  private ReplayReport() {}

  /** Current members enter when a scenario starts, which it does not in a replay (SEMANTICS.md section 3). */
  static void warnOfCurrentMembers(List<CheckedScenario> scenarios, CommandLine command) {
    PrintWriter errors = command.getErr();
    for (CheckedScenario checked : scenarios) {
      Scenario scenario = checked.scenario();
      if (scenario.activeFrom().isEmpty()
          && scenario.nodes().stream().anyMatch(ReplayReport::asks)) {
        errors.println(
            "warning: "
                + scenario.id()
                + " lets current members of a segment enter at its start,"
                + " and a replay has none: give it 'activeFrom'");
      }
    }
    errors.flush();
  }

  private static boolean asks(Node node) {
    return node instanceof Node.Trigger trigger
        && trigger.on() instanceof TriggerMatcher.OnSegment on
        && on.members() != TriggerMatcher.Members.NEW;
  }

  /** The table of scenarios, what became of the input, and where the files are. */
  static void print(Summary summary, Folder out, CommandLine command) {
    PrintWriter printed = command.getOut();
    printed.println(SummaryTable.of(summary));
    printed.printf(
        "%d events from %d files: %d applied, %d irrelevant, %d duplicates, %d echoes, %d after the end; %d dead letters%n",
        summary.input(InputCount.EVENTS.id()),
        summary.input("files"),
        summary.input(Count.APPLIED.id()),
        summary.input(Count.IRRELEVANT.id()),
        summary.input(Count.DUPLICATE.id()),
        summary.input(Count.ECHO.id()),
        summary.input(InputCount.AFTER_END.id()),
        summary.input(InputCount.DEAD_LETTERS.id()));
    SelectionOptions.left(summary::input).ifPresent(printed::println);
    printed.println(
        "Written to " + out + ": actions.jsonl, trace.jsonl, dead-letter.jsonl, summary.json");
    printed.flush();
    long failures = summary.input(Count.FAILED.id());
    if (failures > 0) {
      PrintWriter errors = command.getErr();
      errors.println(
          "error: the timelines of customers failed "
              + failures
              + " times, which is a bug of Wend; see 'engine-failure' in dead-letter.jsonl");
      errors.flush();
    }
  }
}
