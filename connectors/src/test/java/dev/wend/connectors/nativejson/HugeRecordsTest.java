package dev.wend.connectors.nativejson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.wend.connectors.Decoded;
import dev.wend.connectors.DecoderSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records as large as a line may be end soon, and in the memory that tests have. */
class HugeRecordsTest {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final int MANY = 20_000_000;
  private static final NativeDecoder DECODER =
      new NativeDecoder(
          new DecoderSettings(
              Instant.parse("2026-01-01T00:00:00Z"), DecoderSettings.DEFAULT_FUTURE_TOLERANCE));
  private static final Map<String, Supplier<String>> REJECTED = rejected();

  private static Map<String, Supplier<String>> rejected() {
    Map<String, Supplier<String>> records = new LinkedHashMap<>();
    records.put("20,000,000 empty objects", () -> record("[" + "{},".repeat(MANY) + "0]"));
    records.put("20,000,000 numbers", () -> record("[" + "1,".repeat(MANY) + "0]"));
    records.put("20,000,000 brackets", () -> record("[".repeat(MANY)));
    records.put("20,000,000 digits", () -> record("9".repeat(MANY)));
    records.put(
        "a text of 30,000,000 characters", () -> record("\"" + "x".repeat(30_000_000) + "\""));
    records.put("a name of 30,000,000 characters", () -> "{\"" + "x".repeat(30_000_000) + "\":1}");
    records.put("one name 5,000,000 times", () -> record("{" + "\"a\":1,".repeat(5_000_000) + "}"));
    records.put("20,000,000 letters that are no word", () -> record("x".repeat(MANY)));
    records.put(
        "a type of 10,000,000 characters",
        () -> "{\"type\":\"" + "\uD83D\uDE00".repeat(5_000_000) + "\"}");
    return records;
  }

  static Set<String> rejectedNames() {
    return REJECTED.keySet();
  }

  @ParameterizedTest
  @MethodSource("rejectedNames")
  void areRejected(String name) {
    byte[] record = REJECTED.get(name).get().getBytes(UTF_8);
    Decoded decoded = assertTimeoutPreemptively(DEADLINE, () -> DECODER.decode(record));
    assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
    assertThat(((Decoded.Rejected) decoded).detail()).hasSizeBetween(1, 1_000);
  }

  @Test
  void largeOnesAreRead() {
    String value = "[" + "{\"sku\":\"S-1\"},".repeat(50_000) + "0]";
    Decoded decoded =
        assertTimeoutPreemptively(DEADLINE, () -> DECODER.decode(record(value).getBytes(UTF_8)));
    assertThat(decoded).isInstanceOf(Decoded.Event.class);
  }

  private static String record(String value) {
    return "{\"type\":\"track\",\"event\":\"x\",\"userId\":\"c\",\"timestamp\":1,\"properties\":{\"x\":"
        + value
        + "}}";
  }
}
