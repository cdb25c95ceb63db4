package dev.wend.job.generate;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * What to generate. Equal settings give the same records, byte for byte.
 *
 * @param customers at least 1
 * @param days at least 1
 * @param start the first day, in UTC
 */
public record GeneratorSettings(int customers, int days, long seed, LocalDate start) {
  public static final int MOST_CUSTOMERS = 5_000_000;
  public static final int MOST_DAYS = 3_660;

  public GeneratorSettings {
    if (customers < 1 || customers > MOST_CUSTOMERS) {
      throw new IllegalArgumentException(
          "customers must be from 1 to " + MOST_CUSTOMERS + ", found " + customers);
    }
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException("days must be from 1 to " + MOST_DAYS + ", found " + days);
    }
  }

  long startMillis() {
    return startOfDay(0);
  }

  long endMillis() {
    return startOfDay(days);
  }

  long startOfDay(int day) {
    return start.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  int dayOf(long at) {
    return (int) TimeUnit.MILLISECONDS.toDays(at - startMillis());
  }
}
