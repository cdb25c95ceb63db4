package dev.wend.benchmark.report;

import dev.wend.benchmark.contestant.Contestants;
import dev.wend.benchmark.measure.Outcome;
import dev.wend.benchmark.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Contestants on one workload.
 *
 * @param title what it shows
 * @param warmUp how many of its events are not timed
 * @param rehearsal for how long each goes through the events before, so that what is slow is as warm as what is fast
 * @param targets how many times as fast as a contestant Wend is to be; empty where that is only noted
 */
public record Comparison(
    String title,
    Workload workload,
    long warmUp,
    Duration rehearsal,
    List<Contestants> contestants,
    Map<Contestants, Double> targets) {

  /** What came out, in the order in which it was measured. */
  public record Result(Comparison comparison, Map<Contestants, List<Outcome>> outcomes) {

    /** Whether all that do the whole work have the same answers. */
    public boolean isSame() {
      return outcomes.entrySet().stream()
              .filter(of -> of.getKey().answers())
              .flatMap(of -> of.getValue().stream())
              .map(outcome -> outcome.answers() + "/" + outcome.hash())
              .distinct()
              .count()
          <= 1;
    }
  }
}
