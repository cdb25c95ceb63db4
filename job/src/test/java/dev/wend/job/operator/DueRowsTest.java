package dev.wend.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.job.journey.Instance;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueRowsTest {
  private static final int ITEMS = 50;

  private final long[] moments = new long[ITEMS];
  private final DueRows<Integer> rows = new DueRows<>(item -> moments[item]);

  /** Items move, are taken and come back while a watermark goes on; each is found when it is due, and never before. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void findWhatIsDueAndNothingElse(long seed) {
    Random random = new Random(seed);
    Arrays.fill(moments, Instance.NEVER);
    long watermark = -5_000;
    for (int step = 0; step < 20_000; step++) {
      int item = random.nextInt(ITEMS);
      put(item, random.nextInt(5) == 0 ? Instance.NEVER : watermark + random.nextInt(6_000) - 500);
      if (random.nextInt(100) == 0) {
        rows.tidy();
      }
      if (random.nextInt(10) == 0) {
        watermark += random.nextInt(2_500);
        takeAll(watermark);
        for (long moment : moments) {
          assertThat(moment).as("seed %d, step %d", seed, step).isGreaterThan(watermark);
        }
      }
    }
  }

  @Test
  void theLastWatermarkMakesNothingDueThatNeverIs() {
    moments[0] = 1;
    rows.put(0, Instance.NEVER, 1);
    moments[0] = Instance.NEVER;
    assertThat(rows.due(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void whoMovesOnIsTidiedAway() {
    Arrays.fill(moments, Instance.NEVER);
    for (int second = 1; second <= 100; second++) {
      put(0, second * 1_000L);
    }
    assertThat(rows.size()).isEqualTo(100);
    rows.tidy();
    assertThat(rows.size()).isEqualTo(1);
    assertThat(rows.due(99_999)).isEmpty();
    assertThat(rows.due(100_000)).contains(0);
  }

  private void put(int item, long moment) {
    long former = moments[item];
    moments[item] = moment;
    if (moment != Instance.NEVER) {
      rows.put(item, former, moment);
    }
  }

  private void takeAll(long watermark) {
    Optional<Integer> due = rows.due(watermark);
    while (due.isPresent()) {
      assertThat(moments[due.get()]).isLessThanOrEqualTo(watermark);
      moments[due.get()] = Instance.NEVER;
      due = rows.due(watermark);
    }
  }
}
