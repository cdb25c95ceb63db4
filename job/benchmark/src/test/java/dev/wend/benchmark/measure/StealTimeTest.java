package dev.wend.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the host takes is told as Linux does, and not at all elsewhere. */
final class StealTimeTest {

  @Test
  void isTheNinthColumnOfAllProcessorsInHundredthsOfASecond() {
    List<String> statistics =
        List.of("cpu  1314637 4962 180652 1122494 7099 0 3147 150 0 0", "cpu0 1 2 3 4 5 6 7 8 0 0");

    assertThat(StealTime.of(statistics)).isEqualTo(Duration.ofMillis(1_500).toNanos());
  }

  @Test
  void isNoneWhereTheSystemIsTooOldToTell() {
    assertThat(StealTime.of(List.of("cpu  1314637 4962 180652 1122494"))).isZero();
  }

  @Test
  void isAPartOfAllProcessors() {
    long second = Duration.ofSeconds(1).toNanos();

    double stolen = new Usage(second, 0, second / 2, 0).stolen();

    assertThat(stolen).isEqualTo(0.5 / Runtime.getRuntime().availableProcessors());
  }
}
