package dev.wend.job.report.page;

import dev.wend.job.report.model.CustomerTimeline;
import dev.wend.job.report.model.OverTime;
import dev.wend.job.report.model.Report;
import dev.wend.job.report.model.ScenarioReport;
import dev.wend.job.report.model.Spread;
import dev.wend.job.report.model.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Every table of a report; times are ISO-8601 in UTC, durations are milliseconds and empty where none is known. */
final class ReportTables {
  private static final List<String> STAY = List.of("known", "min", "p50", "p90", "max");

  private final Report report;

  private ReportTables(Report report) {
    this.report = report;
  }

  static List<Csv> of(Report report) {
    ReportTables tables = new ReportTables(report);
    return List.of(
        tables.scenarios(),
        tables.nodes(),
        tables.nodeCounts(),
        tables.edges(),
        tables.endings(),
        tables.timesToEnd(),
        tables.overTime(),
        tables.messages(),
        tables.timelines(),
        new Csv("input", List.of("count", "value"), tallies(report.input())),
        new Csv("dead-letters", List.of("reason", "count"), tallies(report.deadLetters())));
  }

  private Csv scenarios() {
    return table(
        "scenarios",
        List.of(
            "scenario",
            "version",
            "name",
            "entered",
            "customers",
            "refused",
            "waiting",
            "finished",
            "messages",
            "suppressed",
            "actions"),
        (scenario, rows) -> {
          ScenarioReport.Totals totals = scenario.totals();
          rows.add(
              List.of(
                  scenario.id(),
                  scenario.version(),
                  scenario.name(),
                  totals.entered(),
                  totals.customers(),
                  totals.refused(),
                  totals.waiting(),
                  totals.finished(),
                  totals.messages(),
                  totals.suppressed(),
                  totals.actions()));
        });
  }

  private Csv nodes() {
    return table(
        "nodes",
        joined(
            List.of(
                "scenario",
                "node",
                "type",
                "detail",
                "arrived",
                "customers",
                "left",
                "waiting",
                "actions"),
            STAY),
        (scenario, rows) ->
            scenario
                .nodes()
                .forEach(
                    node ->
                        rows.add(
                            joined(
                                List.of(
                                    scenario.id(),
                                    node.id(),
                                    node.type(),
                                    node.detail(),
                                    node.arrived(),
                                    node.customers(),
                                    node.left(),
                                    node.waiting(),
                                    node.actions()),
                                columns(node.stay())))));
  }

  private Csv nodeCounts() {
    return table(
        "node-counts",
        List.of("scenario", "node", "what", "name", "count"),
        (scenario, rows) ->
            scenario
                .nodes()
                .forEach(
                    node -> {
                      String[] place = {scenario.id(), node.id()};
                      named(rows, place, "suppressed", node.suppressed());
                      named(rows, place, "ended", node.ended());
                      named(rows, place, "refused", node.refused());
                    }));
  }

  private static void named(
      List<List<Object>> rows, String[] place, String what, List<Tally> tallies) {
    tallies.forEach(
        tally -> rows.add(List.of(place[0], place[1], what, tally.name(), tally.count())));
  }

  private Csv edges() {
    return table(
        "edges",
        joined(
            List.of("scenario", "from", "to", "decision", "label", "journeys", "customers"), STAY),
        (scenario, rows) ->
            scenario
                .edges()
                .forEach(
                    edge ->
                        rows.add(
                            joined(
                                List.of(
                                    scenario.id(),
                                    edge.from(),
                                    edge.to(),
                                    edge.decision(),
                                    edge.label(),
                                    edge.journeys(),
                                    edge.customers()),
                                columns(edge.stay())))));
  }

  private Csv endings() {
    return table(
        "endings",
        joined(List.of("scenario", "ending", "journeys"), STAY),
        (scenario, rows) ->
            scenario
                .endings()
                .forEach(
                    ending ->
                        rows.add(
                            joined(
                                List.of(scenario.id(), ending.name(), ending.journeys()),
                                columns(ending.time())))));
  }

  private Csv timesToEnd() {
    return table(
        "time-to-end",
        List.of("scenario", "ending", "from", "until", "journeys"),
        (scenario, rows) ->
            scenario
                .endings()
                .forEach(
                    ending ->
                        ending
                            .bins()
                            .forEach(
                                bin ->
                                    rows.add(
                                        List.of(
                                            scenario.id(),
                                            ending.name(),
                                            bin.from(),
                                            bin.until(),
                                            bin.count())))));
  }

  private Csv overTime() {
    return table(
        "over-time",
        List.of("scenario", "what", "name", "span", "start", "count"),
        (scenario, rows) -> {
          OverTime time = scenario.overTime();
          time.entries().forEach(series -> counts(rows, scenario.id(), "entries", series, time));
          time.actions().forEach(series -> counts(rows, scenario.id(), "actions", series, time));
          time.ends().forEach(series -> counts(rows, scenario.id(), "ends", series, time));
        });
  }

  private static void counts(
      List<List<Object>> rows,
      String scenario,
      String what,
      OverTime.Series series,
      OverTime time) {
    for (int index = 0; index < series.counts().size(); index++) {
      long count = series.counts().get(index);
      if (count > 0) {
        rows.add(
            List.of(
                scenario, what, series.name(), time.span(), iso(time.starts().get(index)), count));
      }
    }
  }

  /** An empty scenario means all of them together. */
  private Csv messages() {
    Csv table =
        table(
            "messages-per-customer",
            List.of("scenario", "messages", "customers"),
            (scenario, rows) -> messages(rows, scenario.id(), scenario.messagesPerCustomer()));
    messages(table.rows(), "", report.messagesPerCustomer());
    return table;
  }

  private static void messages(
      List<List<Object>> rows, String scenario, List<ScenarioReport.CustomersWith> counts) {
    counts.forEach(count -> rows.add(List.of(scenario, count.messages(), count.customers())));
  }

  private Csv timelines() {
    List<List<Object>> rows = new ArrayList<>();
    for (CustomerTimeline customer : report.sample()) {
      for (CustomerTimeline.JourneyTimeline journey : customer.journeys()) {
        journey
            .lines()
            .forEach(
                line ->
                    rows.add(
                        List.of(
                            customer.id(),
                            journey.scenario(),
                            journey.instance(),
                            iso(line.time()),
                            line.node(),
                            line.kind(),
                            line.text(),
                            line.cause())));
      }
    }
    return new Csv(
        "timelines",
        List.of("customer", "scenario", "instance", "time", "node", "kind", "text", "cause"),
        rows);
  }

  private Csv table(
      String name, List<String> header, BiConsumer<ScenarioReport, List<List<Object>>> fill) {
    List<List<Object>> rows = new ArrayList<>();
    report.scenarios().forEach(scenario -> fill.accept(scenario, rows));
    return new Csv(name, header, rows);
  }

  private static List<List<Object>> tallies(List<Tally> tallies) {
    List<List<Object>> rows = new ArrayList<>();
    tallies.forEach(tally -> rows.add(List.of(tally.name(), tally.count())));
    return rows;
  }

  private static List<Object> columns(Spread spread) {
    return spread.count() == 0
        ? List.of(0, "", "", "", "")
        : List.of(spread.count(), spread.min(), spread.p50(), spread.p90(), spread.max());
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> joined = new ArrayList<>(first);
    joined.addAll(second);
    return joined;
  }

  private static String iso(long time) {
    return Instant.ofEpochMilli(time).toString();
  }
}
