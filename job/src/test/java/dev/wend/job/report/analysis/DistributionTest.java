package dev.wend.job.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.job.report.model.Bin;
import dev.wend.job.report.model.Spread;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {
  @Test
  void nothingIsKnownOfNothing() {
    assertThat(new Distribution().spread()).isEqualTo(Spread.NONE);
    assertThat(new Distribution().bins()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 1, 2", "3, 2, 3", "10, 5, 9", "11, 6, 10", "1000, 500, 900"})
  void halfAndNineOfTenAreNotLonger(long count, long p50, long p90) {
    Distribution distribution = of(LongStream.rangeClosed(1, count));

    assertThat(distribution.spread()).isEqualTo(new Spread(count, 1, p50, p90, count));
  }

  @Test
  void manyDifferentOnesAreRoundedWhicheverComesFirst() {
    long count = 3 * Distribution.MOST_EXACT;
    long step = Duration.ofMinutes(7).toMillis() + 1;
    Distribution up = of(LongStream.rangeClosed(1, count).map(value -> value * step));
    Distribution down =
        of(LongStream.rangeClosed(1, count).map(value -> (count + 1 - value) * step));

    assertThat(up.spread()).isEqualTo(down.spread());
    assertThat(up.spread().min()).isEqualTo(Duration.ofMinutes(7).toMillis());
    assertThat(up.spread().p50() % Duration.ofHours(1).toMillis()).isZero();
    assertThat(up.bins()).isEqualTo(down.bins());
  }

  @Test
  void roundDurationsStayWhatTheyAre() {
    Distribution distribution = of(LongStream.range(0, 2 * Distribution.MOST_EXACT));
    long month = Duration.ofDays(28).toMillis();
    LongStream.range(0, 10L * Distribution.MOST_EXACT).forEach(more -> distribution.add(month));

    assertThat(distribution.spread().p90()).isEqualTo(month);
    assertThat(distribution.spread().max()).isEqualTo(month);
  }

  @Test
  void binsAreOfAWidthThatPeopleCountIn() {
    Distribution distribution = new Distribution();
    distribution.add(0);
    distribution.add(Duration.ofDays(1).toMillis());
    distribution.add(Duration.ofDays(14).toMillis());

    long half = Duration.ofHours(12).toMillis();
    assertThat(distribution.bins())
        .hasSize(29)
        .contains(new Bin(0, half, 1), new Bin(2 * half, 3 * half, 1))
        .endsWith(new Bin(28 * half, 29 * half, 1));
  }

  @ParameterizedTest
  @CsvSource({"PT0.5S", "PT39S", "PT10H", "P365D", "P3650D", "P36500D"})
  void binsAreNeverMany(Duration longest) {
    Distribution distribution = new Distribution();
    distribution.add(longest.toMillis());

    assertThat(distribution.bins()).hasSizeLessThanOrEqualTo(40);
    assertThat(distribution.bins().stream().mapToLong(Bin::count).sum()).isEqualTo(1);
  }

  private static Distribution of(LongStream values) {
    Distribution distribution = new Distribution();
    values.forEach(distribution::add);
    return distribution;
  }
}
