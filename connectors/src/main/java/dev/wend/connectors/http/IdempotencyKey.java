package dev.wend.connectors.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** By what an endpoint knows a request that it has seen: the id of its one record, else a digest of all their ids. */
final class IdempotencyKey {
  private static final String PRINTABLE = "[\\x21-\\x7e]{1,200}";
  private static final int BYTES = 16;

  private IdempotencyKey() {}

  static List<HttpRecord> given(List<HttpRecord> records) {
    String key = of(records);
    return records.stream().map(each -> each.in(key)).toList();
  }

  static String of(List<HttpRecord> records) {
    String first = records.get(0).id();
    return records.size() == 1 && first.matches(PRINTABLE)
        ? first
        : digest(records.stream().map(HttpRecord::id).collect(Collectors.joining("\n")));
  }

  private static String digest(String ids) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(ids.getBytes(UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
