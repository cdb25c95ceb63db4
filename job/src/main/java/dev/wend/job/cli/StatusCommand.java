package dev.wend.job.cli;

import com.github.freva.asciitable.AsciiTable;
import dev.wend.connectors.kafka.StatusTopic;
import dev.wend.connectors.kafka.TopicUnavailableException;
import dev.wend.event.Json;
import dev.wend.event.StatusRecord;
import dev.wend.job.config.Configuration;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wend status}: which scenarios a job runs, and how far it is. */
@Command(
    name = "status",
    description = {
      "Prints which scenarios the job runs and since when, what it refused, and up to where it is (its watermark),",
      "from its status topic. 'wend replay --as-of' takes that time: a job with the clock 'events' did then",
      "what a replay does."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:printed",
      "1:errors in the configuration",
      "2:wrong usage, or no status topic in the configuration",
      "3:the topic cannot be reached"
    })
public final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ConfigurationOptions options;

  @Option(names = "--json", description = "One JSON object; times are epoch milliseconds.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter complaints = spec.commandLine().getErr();
    Optional<Configuration> configuration = options.load(complaints);
    if (configuration.isEmpty()) {
      return ExitCodes.ERRORS;
    }
    Optional<StatusTopic> topic = new JobTopics(configuration.get()).status();
    if (topic.isEmpty()) {
      complaints.println("error: " + JobTopics.NO_STATUS);
      return ExitCodes.USAGE;
    }
    try {
      print(StatusView.of(topic.get().read()));
      return ExitCodes.OK;
    } catch (TopicUnavailableException failure) {
      complaints.println("error: " + failure.getMessage());
      return ExitCodes.FAILED;
    }
  }

  private void print(StatusView view) {
    PrintWriter printed = spec.commandLine().getOut();
    if (json) {
      printed.println(new String(Json.bytes(view.toJson()), StandardCharsets.UTF_8));
    } else {
      printed.println(table(view.scenarios()));
      printed.println(watermark(view));
      if (view.unreadable() > 0) {
        printed.println("messages that are no status records: " + view.unreadable());
      }
    }
    printed.flush();
  }

  private static String watermark(StatusView view) {
    return view.watermark().isPresent()
        ? "watermark "
            + StatusView.instant(view.watermark().getAsLong())
            + " ("
            + view.watermark().getAsLong()
            + ")"
        : "watermark none yet";
  }

  private static String table(List<StatusView.Scenario> scenarios) {
    return AsciiTable.getTable(
        AsciiTable.FANCY_ASCII,
        scenarios,
        List.of(
            AnswerPrinter.column("scenario", each -> each.id().isEmpty() ? "(no id)" : each.id()),
            AnswerPrinter.column("version", StatusCommand::version),
            AnswerPrinter.column("state", each -> each.state().id()),
            AnswerPrinter.column("since", each -> AnswerPrinter.since(each.settled())),
            AnswerPrinter.column(
                "last answer", each -> each.lastAnswer().map(StatusCommand::text).orElse(""))));
  }

  private static String version(StatusView.Scenario scenario) {
    return scenario.version().stream().mapToObj(Long::toString).collect(Collectors.joining());
  }

  private static String text(StatusRecord answer) {
    return answer.kind().id()
        + answer.scenarioVersion().stream()
            .mapToObj(version -> " version " + version)
            .collect(Collectors.joining())
        + answer.message().map(message -> ": " + message).orElse("")
        + answer.findings().stream()
            .findFirst()
            .map(finding -> "; " + finding.code() + " " + finding.message())
            .orElse("");
  }
}
