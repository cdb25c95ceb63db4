package dev.wend.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.benchmark.contestant.Contestants;
import dev.wend.benchmark.measure.Outcome;
import dev.wend.benchmark.workload.Workload;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Measurements come to their end, and those that do the whole work say the same. */
final class MeasureCommandTest {
  private static final int EVENTS = 2_000;
  private static final int WARM_UP = 0;

  /** Few customers, so that some order what is in their carts. */
  private static final Workload STREAM = Workload.clickstream(Workload.Form.MEMORY, 50, EVENTS);

  @Test
  void wendAnswersAsTheHandWrittenJobDoes() throws Exception {
    Outcome wend = run(Contestants.WEND, Duration.ofSeconds(1));
    Outcome handWritten = run(Contestants.HAND_WRITTEN, Duration.ZERO);

    assertThat(wend.answers()).isPositive().isEqualTo(handWritten.answers());
    assertThat(wend.hash()).isEqualTo(handWritten.hash());
  }

  @Test
  void theCeilingAnswersNothing() throws Exception {
    Outcome ceiling = run(Contestants.CEILING, Duration.ZERO);

    assertThat(ceiling.answers()).isZero();
    assertThat(ceiling.events()).isEqualTo(EVENTS - WARM_UP);
    assertThat(ceiling.nanos()).isPositive();
  }

  private static Outcome run(Contestants contestant, Duration rehearsal) throws Exception {
    return MeasureCommand.run(contestant, STREAM, WARM_UP, rehearsal, "512m");
  }
}
