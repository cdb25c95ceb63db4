package dev.wend.job.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The engine's timeline against the plain interpreter, on random scenarios and histories. {@code -Dwend.seeds=N} tries
 * that many, {@code -Dwend.seed=S} begins with another one.
 */
class TimelineAgainstReferenceTest {
  private static final int SEEDS = Integer.getInteger("wend.seeds", 1_500);
  private static final long FIRST_SEED = Long.getLong("wend.seed", 1);
  private static final int ENOUGH_FOR_COVERAGE = 1_000;

  /** What a thousand seeds come by. */
  private static final List<String> REACHED =
      List.of(
          "action add-tag",
          "action dynamic-content",
          "action remove-tag",
          "action send-coupon",
          "action send-email",
          "action send-push",
          "action send-sms",
          "action update-field",
          "action webhook",
          "decided condition within EventMatcher no by the clock",
          "decided condition within EventMatcher yes by an event",
          "decided condition within profile no by the clock",
          "decided condition within profile yes by an event",
          "decided condition within profile yes by the clock",
          "decided condition without within EventMatcher no by the clock",
          "decided condition without within EventMatcher yes by an event",
          "decided condition without within EventMatcher yes by the clock",
          "decided condition without within profile no by an event",
          "decided condition without within profile no by the clock",
          "decided condition without within profile yes by an event",
          "decided condition without within profile yes by the clock",
          "decided split",
          "decided wait-for EventMatcher by an event",
          "decided wait-for else by the clock",
          "decided wait-for profile by an event",
          "decided wait-for profile by the clock",
          "entered OnAnniversary",
          "entered OnDate",
          "entered OnEvent",
          "entered OnEvent when",
          "entered OnFieldChanged",
          "entered OnProfile",
          "entered OnSegment both",
          "entered OnSegment current",
          "entered OnSegment new",
          "entered OnTag",
          "exited by an event",
          "exited consent-missing",
          "exited no-date",
          "left condition",
          "left delay",
          "left sleep",
          "left wait-for",
          "left wait-until",
          "trace condition-not-met",
          "trace entry-ignored",
          "trace entry-limited",
          "trace erased",
          "trace expired",
          "trace finished",
          "trace restarted",
          "trace suppressed");

  @Test
  void writesWhatTheContractSays() {
    System.out.printf("%d seeds from %d%n", SEEDS, FIRST_SEED);
    Coverage coverage = new Coverage();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      Sample sample = Sample.of(seed);
      coverage.add(sample);
      if (!sample.difference().isEmpty()) {
        Sample smallest = sample.smallest();
        assertThat(smallest.difference()).as(smallest.toString()).isEmpty();
      }
    }
    System.out.print(coverage);
    assertThat(RandomScenarios.acceptance()).isGreaterThan(0.9);
    if (SEEDS >= ENOUGH_FOR_COVERAGE) {
      assertThat(REACHED).allSatisfy(what -> assertThat(coverage.of(what)).as(what).isPositive());
    }
  }
}
