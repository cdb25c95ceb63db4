package dev.wend.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.job.journey.Instance;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingWheelTest {
  private static final int ITEMS = 50;

  private final long[] moments = new long[ITEMS];
  private final TimingWheel wheel = new TimingWheel(new Moments());
  private int glances;

  private final class Moments implements TimingWheel.Items {
    @Override
    public long moment(long item) {
      return moments[(int) item];
    }

    @Override
    public int glance(long item) {
      glances++;
      return 0;
    }
  }

  /** Items move, are taken and come back while a watermark goes on; each is found when it is due, and never before. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 2500",
    "2, 0, 2500",
    "3, 1767225600000, 500",
    "4, -62135596800000, 100000",
    "5, 1767225600000, 10000000",
    "6, 253402300799999, 100000000000"
  })
  void findWhatIsDueAndNothingElse(long seed, long begin, long longestStep) {
    Random random = new Random(seed);
    Arrays.fill(moments, Instance.NEVER);
    long watermark = begin;
    for (int step = 0; step < 20_000; step++) {
      int item = random.nextInt(ITEMS);
      long ahead = random.nextLong(1_000 + ((4 * longestStep) >>> random.nextInt(20))) - 500;
      put(item, random.nextInt(5) == 0 ? Instance.NEVER : watermark + ahead);
      if (random.nextInt(100) == 0) {
        wheel.tidy();
      }
      if (random.nextInt(10) == 0) {
        watermark += random.nextLong(1 + (longestStep >>> random.nextInt(10)));
        takeAll(watermark);
        for (long moment : moments) {
          assertThat(moment).as("seed %d, step %d", seed, step).isGreaterThan(watermark);
        }
      }
    }
    wheel.tidy();
    assertThat(wheel.size()).isLessThanOrEqualTo(2 * ITEMS);
    takeAll(Long.MAX_VALUE);
    assertThat(moments).containsOnly(Instance.NEVER);
  }

  @Test
  void eachItemIsGlancedAtOnceBeforeItIsTaken() {
    Arrays.fill(moments, Instance.NEVER);
    for (int item = 0; item < ITEMS; item++) {
      put(item, 1);
    }
    assertThat(wheel.due(1)).isNotEqualTo(TimingWheel.NONE);
    assertThat(glances).isBetween(2, ITEMS - 1);
    takeAll(1);
    assertThat(glances).isEqualTo(ITEMS);
  }

  @Test
  void theLastWatermarkMakesNothingDueThatNeverIs() {
    moments[0] = 1;
    wheel.put(0, Instance.NEVER, 1);
    moments[0] = Instance.NEVER;
    assertThat(wheel.due(Long.MAX_VALUE)).isEqualTo(TimingWheel.NONE);
  }

  @Test
  void whoMovesOnIsTidiedAway() {
    Arrays.fill(moments, Instance.NEVER);
    for (int second = 1; second <= 100; second++) {
      put(0, second * 1_000L);
    }
    assertThat(wheel.due(0)).isEqualTo(TimingWheel.NONE);
    assertThat(wheel.size()).as("before the first watermark all stand together").isEqualTo(1);
    for (int second = 1; second <= 100; second++) {
      put(1, second * 1_000L);
    }
    assertThat(wheel.size()).as("in slots of seconds and minutes").isBetween(20, 70);
    wheel.tidy();
    assertThat(wheel.size()).isEqualTo(2);
    assertThat(wheel.due(99_999)).isEqualTo(TimingWheel.NONE);
    assertThat(wheel.due(100_000)).isBetween(0L, 1L);
  }

  private void put(int item, long moment) {
    long former = moments[item];
    moments[item] = moment;
    if (moment != Instance.NEVER) {
      wheel.put(item, former, moment);
    }
  }

  private void takeAll(long watermark) {
    long due = wheel.due(watermark);
    while (due != TimingWheel.NONE) {
      assertThat(moments[(int) due]).isLessThanOrEqualTo(watermark);
      moments[(int) due] = Instance.NEVER;
      due = wheel.due(watermark);
    }
  }
}
