package dev.wend.job.generate;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** ISO-8601 with milliseconds, written by hand because every record has one. */
final class Timestamps {
  private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

  private Timestamps() {}

  static String utc(long at) {
    return local(at) + "Z";
  }

  static String atOffset(long at, int hours) {
    return local(at + TimeUnit.HOURS.toMillis(hours)) + "+0" + hours + ":00";
  }

  static String local(long at) {
    int inDay = (int) Math.floorMod(at, DAY_MILLIS);
    int inMinute = inDay % 60_000;
    StringBuilder text = new StringBuilder(32);
    text.append(LocalDate.ofEpochDay(Math.floorDiv(at, DAY_MILLIS))).append('T');
    twoDigits(text, inDay / 3_600_000).append(':');
    twoDigits(text, inDay / 60_000 % 60).append(':');
    twoDigits(text, inMinute / 1000).append('.');
    text.append((char) ('0' + inMinute / 100 % 10));
    return twoDigits(text, inMinute % 100).toString();
  }

  private static StringBuilder twoDigits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
