package dev.wend.job.generate;

import java.time.DayOfWeek;
import java.util.concurrent.TimeUnit;

/** When people shop: hours of the day and days of the week, in UTC. */
final class Rhythm {
  private static final int[] ONLINE_HOURS = {
    3, 2, 1, 1, 1, 2, 6, 14, 22, 28, 32, 36, 42, 40, 34, 33, 36, 44, 58, 72, 78, 60, 34, 12
  };
  private static final int[] STORE_HOURS = {
    0, 0, 0, 0, 0, 0, 0, 0, 6, 14, 22, 30, 34, 30, 28, 32, 40, 44, 26, 6, 0, 0, 0, 0
  };
  private static final double[] ONLINE_WEEKDAYS = {1.05, 0.95, 0.92, 0.95, 0.9, 1.0, 1.23};
  private static final double[] STORE_WEEKDAYS = {0.75, 0.8, 0.85, 0.95, 1.2, 1.95, 0.5};

  private Rhythm() {}

  /** How much more people visit the site on that day than on others. */
  static double online(DayOfWeek day) {
    return ONLINE_WEEKDAYS[day.getValue() - 1];
  }

  /** How much more people go to a store on that day than on others. */
  static double store(DayOfWeek day) {
    return STORE_WEEKDAYS[day.getValue() - 1];
  }

  /** Milliseconds of the day at which a visit to the site begins. */
  static int onlineMoment(StableRandom random) {
    return moment(ONLINE_HOURS, random);
  }

  /** Milliseconds of the day at which somebody enters a store. */
  static int storeMoment(StableRandom random) {
    return moment(STORE_HOURS, random);
  }

  private static int moment(int[] weights, StableRandom random) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int left = random.below(sum);
    int hour = 0;
    while (left >= weights[hour]) {
      left -= weights[hour];
      hour++;
    }
    int hourMillis = (int) TimeUnit.HOURS.toMillis(1);
    return hour * hourMillis + random.below(hourMillis);
  }
}
