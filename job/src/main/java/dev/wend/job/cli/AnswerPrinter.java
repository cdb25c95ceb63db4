package dev.wend.job.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.job.trace.TraceTable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The job's answers, for people. */
final class AnswerPrinter {
  private final PrintWriter printed;

  AnswerPrinter(PrintWriter printed) {
    this.printed = printed;
  }

  /** A row per order, and behind the table what there is more to say. */
  void print(List<Answers.Answer> answers) {
    printed.println(
        AsciiTable.getTable(
            AsciiTable.FANCY_ASCII,
            answers,
            List.of(
                column("scenario", each -> each.order().scenarioId()),
                column("version", AnswerPrinter::version),
                column("answer", AnswerPrinter::word),
                column("since", each -> since(each.status())),
                column("request", Answers.Answer::request))));
    answers.forEach(answer -> answer.status().ifPresent(status -> explain(answer, status)));
    printed.flush();
  }

  /** A column of text. */
  static <T> ColumnData<T> column(String title, Function<T, String> text) {
    return new Column()
        .header(title)
        .dataAlign(HorizontalAlign.LEFT)
        .with(row -> printable(text.apply(row)));
  }

  private static String version(Answers.Answer answer) {
    return answer
        .status()
        .map(StatusRecord::scenarioVersion)
        .filter(version -> version.isPresent())
        .orElse(answer.order().version())
        .stream()
        .mapToObj(Long::toString)
        .collect(Collectors.joining());
  }

  private static String word(Answers.Answer answer) {
    return answer.status().map(status -> status.kind().id()).orElse("none");
  }

  /** From when on it runs, or until when it ran. */
  static String since(Optional<StatusRecord> status) {
    return status
        .flatMap(
            record ->
                record.timestamp().isPresent()
                    ? Optional.of(StatusView.instant(record.timestamp().getAsLong()))
                    : Optional.of("first event")
                        .filter(text -> record.kind() == StatusKind.RUNNING))
        .orElse("");
  }

  private void explain(Answers.Answer answer, StatusRecord status) {
    status
        .message()
        .ifPresent(
            message -> printed.println(answer.order().scenarioId() + ": " + printable(message)));
    status.findings().forEach(finding -> printed.println("  " + text(finding)));
  }

  private static String text(StatusRecord.Finding finding) {
    String place =
        finding.line().isPresent()
            ? finding.line().getAsLong() + ":" + finding.column().orElse(1)
            : "";
    return printable(
        Stream.of(finding.severity(), finding.code(), place, finding.subject())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "))
            + ": "
            + finding.message());
  }

  static String printable(String text) {
    return TraceTable.printable(text);
  }
}
