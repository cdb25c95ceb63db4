package dev.wend.connectors;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;

/**
 * Reads the one form of ISO-8601 that nearly all records have: {@code 2026-01-31T12:34:56.789Z}, with any fraction or none,
 * and perhaps {@code +01:00} in place of the {@code Z}.
 */
final class IsoInstant {
  /** Not of that form, or no moment of the years 0001 to 9998. */
  static final long UNREAD = Long.MIN_VALUE;

  private static final int SECONDS_END = 19;
  private static final int OFFSET_LENGTH = 6;
  private static final int MAX_OFFSET_HOURS = 17;

  private final String text;
  private boolean wrong;

  private IsoInstant(String text) {
    this.text = text;
  }

  /** Epoch milliseconds, what is finer cut off; else {@link #UNREAD}. */
  static long read(String text) {
    if (text.length() <= SECONDS_END) {
      return UNREAD;
    }
    IsoInstant instant = new IsoInstant(text);
    long millis = instant.millis();
    return instant.wrong ? UNREAD : millis;
  }

  private long millis() {
    int year = number(0, 4, 1, 9_998);
    int month = afterSeparator('-', 4, 1, 12);
    int day = afterSeparator('-', 7, 1, 31);
    int hour = afterSeparator('T', 10, 0, 23);
    int minute = afterSeparator(':', 13, 0, 59);
    int second = afterSeparator(':', 16, 0, 59);
    if (wrong || day > Month.of(month).length(Year.isLeap(year))) {
      wrong = true;
      return UNREAD;
    }
    long seconds =
        (LocalDate.of(year, month, day).toEpochDay() * 24 + hour) * 3_600L + minute * 60L + second;
    return seconds * 1_000 + fractionAndOffset();
  }

  private long fractionAndOffset() {
    int at = SECONDS_END;
    int millis = 0;
    if (text.charAt(at) == '.') {
      at++;
      int unit = 100;
      while (at < text.length() && isDigit(text.charAt(at))) {
        millis += unit * (text.charAt(at) - '0');
        unit /= 10;
        at++;
      }
      wrong |= at == SECONDS_END + 1;
    }
    return millis - offset(at);
  }

  private long offset(int at) {
    boolean utc = at == text.length() - 1 && text.charAt(at) == 'Z';
    if (utc) {
      return 0;
    }
    if (at != text.length() - OFFSET_LENGTH) {
      wrong = true;
      return 0;
    }
    char sign = text.charAt(at);
    wrong |= sign != '+' && sign != '-';
    long minutes =
        number(at + 1, at + 3, 0, MAX_OFFSET_HOURS) * 60L + afterSeparator(':', at + 3, 0, 59);
    return (sign == '-' ? -minutes : minutes) * 60_000;
  }

  private int afterSeparator(char separator, int at, int least, int most) {
    wrong |= text.charAt(at) != separator;
    return number(at + 1, at + 3, least, most);
  }

  private int number(int from, int to, int least, int most) {
    int number = 0;
    for (int at = from; at < to; at++) {
      wrong |= !isDigit(text.charAt(at));
      number = number * 10 + text.charAt(at) - '0';
    }
    wrong |= number < least || number > most;
    return number;
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }
}
