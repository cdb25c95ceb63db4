package dev.wend.job.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import dev.wend.event.TraceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The counts of each scenario, for people. */
public final class SummaryTable {
  private SummaryTable() {}

  /** A table with one row per scenario. */
  public static String of(Summary summary) {
    List<Map.Entry<String, ScenarioCounts>> rows = new ArrayList<>(summary.scenarios().entrySet());
    return AsciiTable.getTable(
        AsciiTable.FANCY_ASCII,
        rows,
        List.of(
            text("scenario", Map.Entry::getKey),
            number("entered", counts -> counts.of(TraceKind.ENTERED)),
            number("active", ScenarioCounts::active),
            number("finished", counts -> counts.of(TraceKind.FINISHED)),
            number("restarted", counts -> counts.of(TraceKind.RESTARTED)),
            number("expired", counts -> counts.of(TraceKind.EXPIRED)),
            number("not met", counts -> counts.of(TraceKind.CONDITION_NOT_MET)),
            text("exited by reason", row -> lines(row.getValue().exits())),
            text("actions by node", row -> lines(row.getValue().actions()))));
  }

  private static ColumnData<Map.Entry<String, ScenarioCounts>> text(
      String title, Function<Map.Entry<String, ScenarioCounts>, String> value) {
    return new Column().header(title).dataAlign(HorizontalAlign.LEFT).with(value);
  }

  private static ColumnData<Map.Entry<String, ScenarioCounts>> number(
      String title, Function<ScenarioCounts, Long> value) {
    return new Column()
        .header(title)
        .dataAlign(HorizontalAlign.RIGHT)
        .with(row -> String.valueOf(value.apply(row.getValue())));
  }

  private static String lines(Map<String, Long> counts) {
    List<String> lines = new ArrayList<>();
    counts.forEach((name, count) -> lines.add(name + " " + count));
    return String.join("\n", lines);
  }
}
