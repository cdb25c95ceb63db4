package dev.wend.job.compare;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import dev.wend.event.TraceKind;
import java.util.List;
import java.util.function.Function;

/** A comparison for people, in short. */
public final class ComparisonTable {
  private ComparisonTable() {}

  /** A table with one row per pair of scenarios; counts are those of A, of B and, where it is not nothing, the difference. */
  public static String of(Comparison comparison) {
    return AsciiTable.getTable(
        AsciiTable.FANCY_ASCII,
        comparison.scenarios(),
        List.of(
            new Column()
                .header("scenario")
                .dataAlign(HorizontalAlign.LEFT)
                .with(ScenarioComparison::name),
            column("versions", ComparisonTable::versions),
            column("entered", row -> sides(row, TraceKind.ENTERED)),
            column("actions", row -> sides(row, TraceKind.ACTION)),
            column("finished", row -> sides(row, TraceKind.FINISHED)),
            column("same journeys", row -> number(row.journeys(Outcome.SAME))),
            column("other times", row -> number(row.journeys(Outcome.OTHER_TIMES))),
            column("unfinished", row -> number(row.journeys(Outcome.UNFINISHED))),
            column("another path", row -> number(row.journeys(Outcome.OTHER_PATH))),
            column("only A", row -> number(row.journeys(Outcome.ONLY_A))),
            column("only B", row -> number(row.journeys(Outcome.ONLY_B))),
            column("customers that differ", row -> number(row.differentCustomers()))));
  }

  private static ColumnData<ScenarioComparison> column(
      String title, Function<ScenarioComparison, String> value) {
    return new Column().header(title).dataAlign(HorizontalAlign.RIGHT).with(value);
  }

  private static String versions(ScenarioComparison row) {
    return row.a().map(scenario -> "" + scenario.version()).orElse("none")
        + ", "
        + row.b().map(scenario -> "" + scenario.version()).orElse("none");
  }

  private static String sides(ScenarioComparison row, TraceKind kind) {
    long a = row.steps(Side.A, kind);
    long b = row.steps(Side.B, kind);
    return a == b ? number(a) : a + ", " + b + " (" + (b > a ? "+" : "") + (b - a) + ")";
  }

  private static String number(long count) {
    return String.valueOf(count);
  }
}
