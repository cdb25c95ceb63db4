package dev.wend.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.connectors.Checksum;
import dev.wend.connectors.Decoded;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.event.CustomerEvent;
import dev.wend.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of single messages; a line of {@code messages.jsonl} each. */
class MessageDecoderTest {
  private static final DecoderSettings SETTINGS =
      new DecoderSettings(
          Instant.parse("2026-01-01T00:00:00Z"), DecoderSettings.DEFAULT_FUTURE_TOLERANCE);
  private static final int DERIVED_LENGTH = 64;

  static Stream<Arguments> messages() throws IOException {
    return resource("messages.jsonl")
        .lines()
        .map(line -> Json.read(line.getBytes(UTF_8)))
        .map(each -> Arguments.of(each.get("case").textValue(), each))
        .toList()
        .stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void decodesAsTheTableSays(String name, JsonNode expected) throws Exception {
    RecordFormat format =
        expected.get("format").textValue().equals("mapped")
            ? new RecordFormat.Mapped("mapping.json", resource("mapping.json"))
            : new RecordFormat.Native();
    ConsumerRecord<byte[], byte[]> message = message(expected);

    List<Decoded> decoded = MessageDecoder.of(format).decode(message, SETTINGS);

    List<String> outcomes = new ArrayList<>();
    expected.get("expected").forEach(outcome -> outcomes.add(outcome.textValue()));
    assertThat(decoded)
        .extracting(MessageDecoderTest::outcome)
        .containsExactlyInAnyOrderElementsOf(outcomes);
    assertThat(decoded)
        .filteredOn(Decoded.Event.class::isInstance)
        .allSatisfy(
            event ->
                assertThat(((Decoded.Event) event).event().checksum())
                    .isEqualTo(Checksum.of(message.value())));
  }

  @Test
  void aMappingThatNeedsMoreThanOneMessageIsRefused() throws IOException {
    String text = Files.readString(Path.of("../conf/mappings/complete-journey.json"));

    assertThatThrownBy(() -> new RecordFormat.Mapped("complete-journey.json", text).topics())
        .isInstanceOfSatisfying(
            InvalidMappingException.class,
            invalid ->
                assertThat(invalid.problems())
                    .contains(
                        "/inputs/0: a message of a topic cannot wait for the other lines of its group",
                        "/inputs/0: the columns of messages have to be named in the format",
                        "/inputs/0: table category lies beside files of events"));
  }

  private static String outcome(Decoded decoded) {
    if (decoded instanceof Decoded.Rejected rejected) {
      return rejected.reason().id();
    }
    CustomerEvent event = ((Decoded.Event) decoded).event();
    String id = event.messageId().length() == DERIVED_LENGTH ? "derived" : event.messageId();
    return String.join(
        " ", id, event.customerId(), event.kind().id(), Long.toString(event.timestamp()));
  }

  private static ConsumerRecord<byte[], byte[]> message(JsonNode json) {
    Headers headers = new RecordHeaders();
    json.get("headers")
        .properties()
        .forEach(
            header -> {
              if (header.getValue().isArray()) {
                header.getValue().forEach(each -> headers.add(header.getKey(), bytes(each)));
              } else {
                headers.add(header.getKey(), bytes(header.getValue()));
              }
            });
    return new ConsumerRecord<>(
        json.get("topic").textValue(),
        0,
        0L,
        0L,
        TimestampType.CREATE_TIME,
        0,
        0,
        json.has("key") ? bytes(json.get("key")) : null,
        json.get("value").isNull() ? null : bytes(json.get("value")),
        headers,
        Optional.empty());
  }

  private static byte[] bytes(JsonNode text) {
    return text.textValue().getBytes(UTF_8);
  }

  private static String resource(String name) throws IOException {
    try (InputStream content = MessageDecoderTest.class.getResourceAsStream(name)) {
      return new String(content.readAllBytes(), UTF_8);
    }
  }
}
