package dev.wend.job.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share of the customers, the same ones in every run; a smaller share is part of a larger one. A customer's place is the
 * first 63 bits of SHA-256 of {@code sample}, a line feed and the id, so it has nothing to do with splits of scenarios.
 *
 * @param end the first place that is outside
 */
public record Sample(long end) implements Serializable {
  private static final BigDecimal PLACES = BigDecimal.valueOf(2).pow(63);
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,15})?) ?%");

  /**
   * Reads a share such as {@code 1%} or {@code 0.5%}.
   *
   * @throws IllegalArgumentException when it is none, or not above 0 % and at most 100 %
   */
  public static Sample of(String text) {
    Matcher percent = PERCENT.matcher(text.strip());
    if (!percent.matches()) {
      throw new IllegalArgumentException(
          "expected a share such as 1% or 0.5%, found \"" + text + "\"");
    }
    BigDecimal share = new BigDecimal(percent.group(1)).movePointLeft(2);
    if (share.signum() == 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("expected more than 0% and at most 100%, found " + text);
    }
    BigDecimal end = share.multiply(PLACES).setScale(0, RoundingMode.FLOOR);
    return new Sample(end.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact());
  }

  /** Whether the customer is in it. */
  public boolean has(String customerId) {
    return end == Long.MAX_VALUE || place(customerId) < end;
  }

  private static long place(String customerId) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(("sample\n" + customerId).getBytes(UTF_8));
      return ByteBuffer.wrap(hash).getLong() >>> 1;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
