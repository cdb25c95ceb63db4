package dev.wend.connectors.nativejson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.connectors.Decoded;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.RecordDefaults;
import dev.wend.connectors.fuzz.ByteMutation;
import dev.wend.connectors.fuzz.Rounds;
import dev.wend.event.CustomerEvent;
import dev.wend.event.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scan makes of a record is what reading it as a tree makes of it. */
class ScannedRecordsTest {
  private static final DecoderSettings SETTINGS =
      new DecoderSettings(
          Instant.parse("2026-07-01T00:00:00Z"), DecoderSettings.DEFAULT_FUTURE_TOLERANCE);
  private static final NativeDecoder DECODER = new NativeDecoder(SETTINGS);
  private static final ScanDecoder SCANS = new ScanDecoder(SETTINGS.latest());
  private static final TreeDecoder TREES = new TreeDecoder(SETTINGS.latest());
  private static final RecordDefaults DEFAULTS =
      new RecordDefaults(Optional.of("default"), Optional.of("2025-01-01T00:00:00.001Z"));

  @Test
  void ofAnyShape() {
    Rounds rounds = Rounds.of("records of any shape", 4_000);
    int events = 0;
    int scanned = 0;
    for (int round = 0; round < rounds.count(); round++) {
      byte[] record = new RandomRecord(rounds.random(round)).text().getBytes(UTF_8);
      events += same(record, rounds.again(round)) ? 1 : 0;
      scanned += SCANS.decode(record, 0, DEFAULTS).isPresent() ? 1 : 0;
    }
    assertThat(events).as("events").isGreaterThan(rounds.count() / 10);
    assertThat(scanned).as("scanned ones").isGreaterThan(rounds.count() / 10);
  }

  @Test
  void damaged() throws IOException {
    Rounds rounds = Rounds.of("damaged records", 2_000);
    List<byte[]> good = sample();
    for (int round = 0; round < rounds.count(); round++) {
      Random random = rounds.random(round);
      byte[] record = good.get(random.nextInt(good.size()));
      same(new ByteMutation(random).of(record), rounds.again(round));
    }
  }

  @Test
  void ofTheSample() throws IOException {
    for (byte[] record : sample()) {
      boolean event = same(record, "the sample");
      assertThat(SCANS.decode(record, 0, RecordDefaults.NONE).isPresent()).isEqualTo(event);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"type\":\"page\",\"properties\":{\"action_id\":\"self-1\"}",
        "\"type\":\"page\",\"properties\":{\"action_id\":null}",
        "\"type\":\"page\",\"properties\":{\"x\":{\"action_id\":\"self-1\"}}",
        "\"type\":\"page\",\"action_id\":\"self-1\"",
        "\"type\":\"page\",\"traits\":{\"action_id\":\"self-1\"}",
        "\"type\":\"identify\",\"traits\":{\"action_id\":\"self-1\"}",
        "\"type\":\"identify\",\"properties\":{\"action_id\":\"self-1\"}",
        "\"type\":\"identify\",\"traits\":{\"action\\u005fid\":\"self-1\"}",
        "\"type\":\"track\",\"event\":\"Unsubscribed\",\"properties\":{\"action_id\":\"self-1\"}"
      })
  void withAnActionIdOrWithout(String members) {
    String record = "{\"messageId\":\"m\",\"userId\":\"c\",\"timestamp\":1," + members + "}";
    assertThat(same(record.getBytes(UTF_8), record)).isTrue();
  }

  @Test
  void cutOffAnywhere() throws IOException {
    byte[] record = sample().get(4);
    for (int length = 0; length < record.length; length++) {
      byte[] beginning = Arrays.copyOf(record, length);
      assertThat(same(beginning, "the first " + length)).isFalse();
    }
  }

  @Test
  void withManyNames() {
    for (int count : new int[] {1, 60, 64, 65, 130, 5_000}) {
      List<String> members = new ArrayList<>();
      for (int member = 0; member < count; member++) {
        members.add("\"name_" + member + "\":{\"a\":1,\"b\":[{\"a\":2}]}");
      }
      byte[] all = withProperties(members);
      assertThat(SCANS.decode(all, 0, RecordDefaults.NONE)).as("%d names", count).isPresent();
      assertThat(same(all, "names")).isTrue();
      members.add("\"name_" + count / 2 + "\":0");
      assertThat(same(withProperties(members), "a name twice")).isFalse();
    }
  }

  private static byte[] withProperties(List<String> members) {
    return ("{\"type\":\"page\",\"messageId\":\"m\",\"userId\":\"c\",\"timestamp\":1,\"properties\":{"
            + String.join(",", members)
            + "}}")
        .getBytes(UTF_8);
  }

  /** Whether both ways it is an event. */
  private static boolean same(byte[] record, String again) {
    for (RecordDefaults defaults : List.of(RecordDefaults.NONE, DEFAULTS)) {
      Decoded expected = TREES.decode(record, 7, defaults);
      Decoded actual = DECODER.decode(record, 7, defaults);
      assertThat(actual).as(again).isEqualTo(expected);
      if (expected instanceof Decoded.Event event) {
        assertSame(record, defaults, event.event(), again);
      }
    }
    return TREES.decode(record, 7, RecordDefaults.NONE) instanceof Decoded.Event;
  }

  private static void assertSame(
      byte[] record, RecordDefaults defaults, CustomerEvent expected, String again) {
    ObjectNode tree = expected.properties();
    CustomerEvent actual = event(DECODER.decode(record, 7, defaults));
    for (Map.Entry<String, JsonNode> property : tree.properties()) {
      CustomerEvent fresh = event(DECODER.decode(record, 7, defaults));
      assertThat(fresh.property(property.getKey())).as(again).isEqualTo(property.getValue());
      assertThat(actual.property(property.getKey())).as(again).isEqualTo(property.getValue());
    }
    assertThat(actual.property("nowhere").isMissingNode()).as(again).isTrue();
    assertThat(actual.isEcho()).as(again).isEqualTo(expected.isEcho());
    assertThat(actual.property("action_id")).as(again).isEqualTo(expected.property("action_id"));
    assertThat(Json.bytes(actual.properties())).as(again).isEqualTo(Json.bytes(tree));
  }

  private static CustomerEvent event(Decoded decoded) {
    return ((Decoded.Event) decoded).event();
  }

  private static List<byte[]> sample() throws IOException {
    List<byte[]> records = new ArrayList<>();
    for (String day : List.of("01-05", "01-06", "04-23")) {
      try (Stream<String> lines =
          Files.lines(Path.of("../conf/sample/events-2026-" + day + ".jsonl"))) {
        lines.map(line -> line.getBytes(UTF_8)).forEach(records::add);
      }
    }
    return records;
  }
}
