package dev.wend.connectors.nativejson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.Decoded;
import dev.wend.connectors.DecoderSettings;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NativeDecoderTest {
  private static final NativeDecoder DECODER =
      new NativeDecoder(
          new DecoderSettings(
              Instant.parse("2026-01-01T00:00:00Z"), DecoderSettings.DEFAULT_FUTURE_TOLERANCE));
  private static final String ALPHABET = "0123456789-+.eE\"{}[],:\\u";
  private static final String DERIVED = "@sha256:";

  static Stream<Arguments> records() throws IOException {
    try (InputStream cases = NativeDecoderTest.class.getResourceAsStream("records.jsonl")) {
      List<Arguments> found =
          new String(cases.readAllBytes(), UTF_8)
              .lines()
              .map(line -> Json.read(line.getBytes(UTF_8)))
              .map(each -> Arguments.of(each.get("case").textValue(), each))
              .toList();
      return found.stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("records")
  void decodesAsTheTableSays(String name, JsonNode expected) {
    byte[] record = expected.get("text").textValue().getBytes(UTF_8);

    Decoded decoded = DECODER.decode(record);

    if (decoded instanceof Decoded.Event event) {
      assertThat(event.event().toJson().toString()).isEqualTo(expectedEvent(expected).toString());
      assertThat(event.event().checksum()).isEqualTo(checksum(record));
    } else if (decoded instanceof Decoded.Rejected rejected) {
      assertThat(rejected.reason().id()).isEqualTo(expected.path("reason").asText("an event"));
      assertThat(rejected.detail()).contains(expected.path("detail").asText("")).isNotBlank();
    }
  }

  @ParameterizedTest
  @EnumSource(NativeRecord.class)
  void everyRecordOfTheListIsItsKind(NativeRecord record) {
    String event = record == NativeRecord.OTHER_TRACK ? "Other" : record.event();
    String text =
        """
        {"type":"%s","event":"%s","userId":"u","timestamp":0}"""
            .formatted(record.type().id(), event);

    Decoded decoded = DECODER.decode(text.getBytes(UTF_8));

    assertThat(decoded).isInstanceOf(Decoded.Event.class);
    assertThat(((Decoded.Event) decoded).event().kind()).isEqualTo(record.kind());
  }

  @Test
  void everyKindHasARecord() {
    Set<EventKind> kinds =
        Arrays.stream(NativeRecord.values())
            .map(NativeRecord::kind)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventKind.class)));

    assertThat(kinds).isEqualTo(EnumSet.allOf(EventKind.class));
  }

  @Test
  void bytesThatAreNotUtf8AreRejected() {
    byte[] overlong = "{\"type\":\"page\",\"userId\":\"_x\"}".getBytes(UTF_8);
    overlong[25] = (byte) 0xC0;
    overlong[26] = (byte) 0x80;

    assertThat(DECODER.decode(overlong))
        .isEqualTo(new Decoded.Rejected(DeadLetterReason.INVALID_JSON, "not UTF-8"));
  }

  @Test
  void theReplacementCharacterItselfIsText() {
    String text =
        """
        {"type":"page","userId":"\uFFFD","messageId":"m","timestamp":0}""";

    assertThat(DECODER.decode(text.getBytes(UTF_8))).isInstanceOf(Decoded.Event.class);
  }

  @Test
  void whatIsTooDeepIsRejected() {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertThat(DECODER.decode(deep.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Decoded.Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(DeadLetterReason.INVALID_JSON);
              assertThat(rejected.detail()).contains("depth");
            });
  }

  @Test
  void noBytesMakeItThrow() throws IOException {
    long seed = 20260101L;
    Random random = new Random(seed);
    List<byte[]> valid =
        records()
            .map(each -> ((JsonNode) each.get()[1]).get("text").textValue().getBytes(UTF_8))
            .toList();
    int events = 0;
    for (int round = 0; round < 60_000; round++) {
      byte[] record = mutated(valid.get(random.nextInt(valid.size())), random);
      events += DECODER.decode(record) instanceof Decoded.Event ? 1 : 0;
      byte[] noise = new byte[random.nextInt(40)];
      random.nextBytes(noise);
      assertThat(DECODER.decode(noise)).as("seed %d", seed).isInstanceOf(Decoded.Rejected.class);
    }
    assertThat(events).as("mutated records that are still events").isGreaterThan(1_000);
  }

  private static byte[] mutated(byte[] valid, Random random) {
    byte[] record = valid.clone();
    for (int change = random.nextInt(4); change >= 0; change--) {
      int at = random.nextInt(record.length);
      switch (random.nextInt(4)) {
        case 0 -> record[at] = (byte) random.nextInt(256);
        case 1 -> record[at] = (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        case 2 -> record[at] = record[random.nextInt(record.length)];
        default -> record = Arrays.copyOf(record, Math.max(1, at));
      }
    }
    return record;
  }

  private static ObjectNode expectedEvent(JsonNode expected) {
    assertThat(expected.has("event")).as("expected to be rejected").isTrue();
    ObjectNode event = expected.get("event").deepCopy();
    String messageId = event.get("messageId").textValue();
    if (messageId.startsWith(DERIVED)) {
      event.put("messageId", sha256(messageId.substring(DERIVED.length())));
    }
    return event;
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static long checksum(byte[] record) {
    CRC32C crc = new CRC32C();
    crc.update(record);
    return crc.getValue();
  }
}
