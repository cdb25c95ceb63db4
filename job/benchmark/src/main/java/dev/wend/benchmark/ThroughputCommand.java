package dev.wend.benchmark;

import static dev.wend.benchmark.contestant.Contestants.CEILING;
import static dev.wend.benchmark.contestant.Contestants.CEP_HEAP;
import static dev.wend.benchmark.contestant.Contestants.CEP_HEAP_FILTERED;
import static dev.wend.benchmark.contestant.Contestants.CEP_ROCKSDB;
import static dev.wend.benchmark.contestant.Contestants.CEP_ROCKSDB_FILTERED;
import static dev.wend.benchmark.contestant.Contestants.DISCARDING;
import static dev.wend.benchmark.contestant.Contestants.HAND_WRITTEN;
import static dev.wend.benchmark.contestant.Contestants.WEND;

import dev.wend.benchmark.contestant.Contestants;
import dev.wend.benchmark.measure.Outcome;
import dev.wend.benchmark.report.Comparison;
import dev.wend.benchmark.report.ComparisonText;
import dev.wend.benchmark.workload.Workload;
import dev.wend.benchmark.workload.Workload.Form;
import dev.wend.benchmark.workload.Workload.Interest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Events a second and processor time, side by side. */
@Command(
    name = "throughput",
    mixinStandardHelpOptions = true,
    description = "Compares how many events a second each contestant takes.")
final class ThroughputCommand implements Callable<Integer> {
  private static final long EVENTS = 2_000_000;
  private static final int LAPS = 12;
  private static final long KAFKA_EVENTS = 8_000_000;
  private static final long KAFKA_WARM_UP = 2_000_000;
  private static final long WARM_UP = 4_000_000;
  private static final long CUSTOMERS = 100_000;
  private static final long MANY_CUSTOMERS = 2_000_000;
  private static final int JSON_LAPS = 7;
  private static final int FEW_LAPS = 3;
  private static final long FEW_WARM_UP = 1_000_000;
  private static final long VERY_FEW_EVENTS = 300_000;
  private static final long VERY_FEW_WARM_UP = 20_000;
  private static final long FEW_CUSTOMERS = 15_000;
  private static final Duration REHEARSAL = Duration.ofSeconds(40);

  @Option(names = "--rounds", defaultValue = "3", description = "How often each is run.")
  private int rounds;

  @Option(names = "--only", defaultValue = "", description = "Comparisons whose title has this.")
  private String only;

  @Option(
      names = "--against",
      split = ",",
      description = "Only these beside Wend: ${COMPLETION-CANDIDATES}.")
  private final Set<Contestants> against = EnumSet.noneOf(Contestants.class);

  @Option(names = "--heap", defaultValue = "10g", description = "The heap of each process.")
  private String heap;

  @Override
  public Integer call() throws Exception {
    boolean same = true;
    Pattern wanted = Pattern.compile(Pattern.quote(only), Pattern.CASE_INSENSITIVE);
    for (Comparison comparison : comparisons()) {
      if (wanted.matcher(comparison.title()).find()) {
        Comparison.Result result = run(comparison);
        same &= result.isSame();
        System.out.println(ComparisonText.of(result));
      }
    }
    return same ? 0 : 1;
  }

  static List<Comparison> comparisons() {
    Workload memory = Workload.clickstream(Form.MEMORY, CUSTOMERS, EVENTS).withLaps(LAPS);
    Workload json = Workload.clickstream(Form.JSON, CUSTOMERS, EVENTS).withLaps(JSON_LAPS);
    Workload kafka =
        Workload.clickstream(Form.KAFKA, CUSTOMERS, KAFKA_EVENTS)
            .withSpan(json.span().multipliedBy(KAFKA_EVENTS / EVENTS));
    return List.of(
        comparison("1 scenario, decoded", memory, WARM_UP)
            .rehearsed()
            .against(CEILING, 0.80)
            .against(DISCARDING, 1.0)
            .against(HAND_WRITTEN, 1.2)
            .done(),
        comparison("1 scenario, JSON", json, WARM_UP)
            .rehearsed()
            .against(CEILING, 0.90)
            .against(DISCARDING, 1.0)
            .done(),
        comparison("1 scenario, JSON from Kafka", kafka, KAFKA_WARM_UP)
            .rehearsed()
            .against(CEILING, 0.90)
            .against(DISCARDING, 1.0)
            .done(),
        comparison("1,000 scenarios, decoded", memory.withScenarios(1_000), WARM_UP)
            .rehearsed()
            .against(CEILING, 0.60)
            .done(),
        comparison("1,000 scenarios, JSON", json.withScenarios(1_000), WARM_UP)
            .rehearsed()
            .against(CEILING, 0.80)
            .done(),
        comparison("every event interests a scenario", memory.withInterest(Interest.ALL), WARM_UP)
            .rehearsed()
            .against(CEILING, 0.50)
            .done(),
        comparison(
                "2,000,000 customers",
                Workload.clickstream(Form.MEMORY, MANY_CUSTOMERS, EVENTS).withLaps(LAPS),
                WARM_UP)
            .rehearsed()
            .against(CEILING, 0.80)
            .done(),
        comparison("hot customers", memory.withHotCustomers(), WARM_UP)
            .rehearsed()
            .noted(CEILING)
            .done(),
        comparison("a pattern as trigger", memory.withInterest(Interest.PATTERN), WARM_UP)
            .rehearsed()
            .noted(CEILING)
            .done(),
        comparison(
                "100 scenarios by hand", memory.withScenarios(100).withLaps(FEW_LAPS), FEW_WARM_UP)
            .rehearsed()
            .against(HAND_WRITTEN, 20.0)
            .done(),
        comparison("CEP on the heap", memory, WARM_UP)
            .rehearsed()
            .against(CEP_HEAP, 15.0)
            .noted(CEP_HEAP_FILTERED)
            .done(),
        comparison(
                "CEP on RocksDB",
                Workload.clickstream(Form.MEMORY, FEW_CUSTOMERS, VERY_FEW_EVENTS),
                VERY_FEW_WARM_UP)
            .rehearsed()
            .against(CEP_ROCKSDB, 200.0)
            .noted(CEP_ROCKSDB_FILTERED)
            .done());
  }

  private List<Contestants> measured(Comparison comparison) {
    return comparison.contestants().stream()
        .filter(each -> each == WEND || against.isEmpty() || against.contains(each))
        .toList();
  }

  private static Lined comparison(String title, Workload workload, long warmUp) {
    return new Lined(
        title, workload, warmUp, Duration.ZERO, new LinkedHashMap<>(), new ArrayList<>());
  }

  /** A comparison with Wend as it is written down. */
  private record Lined(
      String title,
      Workload workload,
      long warmUp,
      Duration rehearsal,
      Map<Contestants, Double> targets,
      List<Contestants> contestants) {

    /** Before it, each goes through the events for a while. */
    Lined rehearsed() {
      return new Lined(title, workload, warmUp, REHEARSAL, targets, contestants);
    }

    Lined against(Contestants other, double target) {
      targets.put(other, target);
      return noted(other);
    }

    Lined noted(Contestants other) {
      contestants.add(other);
      return this;
    }

    Comparison done() {
      contestants.add(WEND);
      return new Comparison(title, workload, warmUp, rehearsal, contestants, targets);
    }
  }

  private Comparison.Result run(Comparison comparison) throws Exception {
    Map<Contestants, List<Outcome>> outcomes = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Contestants contestant : measured(comparison)) {
        System.err.printf(
            "%s: %s, %d of %d%n", comparison.title(), contestant.title(), round + 1, rounds);
        Outcome outcome =
            MeasureCommand.run(
                contestant,
                comparison.workload(),
                comparison.warmUp(),
                comparison.rehearsal(),
                heap);
        outcomes.computeIfAbsent(contestant, key -> new ArrayList<>()).add(outcome);
      }
    }
    return new Comparison.Result(comparison, outcomes);
  }
}
