package dev.wend.connectors.http;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.CompletionException;

/**
 * What became of a request.
 *
 * @param detail in words, without the address
 * @param retryAfter what the endpoint asked for; zero where it said nothing
 */
record Reply(Verdict verdict, String detail, Duration retryAfter) {
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);
  private static final Set<Integer> DENIED = Set.of(401, 403, 407);

  /** What to do about it. */
  enum Verdict {
    DELIVERED,
    /** It may work later. */
    FAILED,
    /** Something in these records is not accepted. */
    REFUSED,
    /** Nothing from here is accepted. */
    DENIED
  }

  static Reply of(HttpResponse<Void> response, Instant now) {
    int status = response.statusCode();
    return new Reply(verdict(status), "status " + status, retryAfter(response, now));
  }

  static Reply of(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return new Reply(
        Verdict.FAILED, "no answer: " + cause.getClass().getSimpleName(), Duration.ZERO);
  }

  private static Verdict verdict(int status) {
    if (status >= 200 && status < 300) {
      return Verdict.DELIVERED;
    }
    if (status >= 500 || PASSING.contains(status)) {
      return Verdict.FAILED;
    }
    return DENIED.contains(status) ? Verdict.DENIED : Verdict.REFUSED;
  }

  /** A number of seconds or a date (RFC 9110). */
  private static Duration retryAfter(HttpResponse<Void> response, Instant now) {
    String asked = response.headers().firstValue("Retry-After").orElse("").strip();
    if (asked.matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(asked));
    }
    try {
      Instant date = ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
    } catch (DateTimeException noDate) {
      return Duration.ZERO;
    }
  }
}
