package dev.wend.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties are the same, whether they are held as a tree or as text. */
class EventPropertiesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " { } ",
        "{\"a\":1.50,\"b\":1e2,\"c\":-0.0,\"d\":12345678901234567890,\"e\":true,\"f\":null}",
        "{ \"nested\" : { \"a\" : [ \"}\", { \"x\" : \"]\\\"\" } ] } ,\r\n \"a\"\t: \"after\" }",
        "{\"long\":\"a text of more than eight bytes, \\\\ and \\\" escapes\",\"a\":\"\\\\\"}",
        "{\"größe\":\"größer\",\"😀\":\"😀\",\"a\":\"日本\",\"\":\"no name\"}",
        "{\"n\\u0061me\":1,\"a\":2}",
        "{\"a\":[],\"b\":[[1],[2]],\"c\":{}}",
        "{\"last\":1}"
      })
  void areFoundInTheText(String json) {
    ObjectNode tree = (ObjectNode) Json.read(json.getBytes(UTF_8));
    for (Map.Entry<String, JsonNode> member : tree.properties()) {
      EventProperties fresh = text(json);
      assertThat(fresh.property(member.getKey())).isEqualTo(member.getValue());
      assertThat(fresh.property(member.getKey())).isEqualTo(member.getValue());
    }
    EventProperties text = text(json);
    for (String key : List.of("x", "a", "other", "nested", "b", "e", "a")) {
      assertThat(text.property(key)).isEqualTo(tree.path(key));
    }
    assertThat(text.tree().toString()).isEqualTo(tree.toString());
    assertThat(text.property("a")).isEqualTo(tree.path("a"));
    assertThat(Json.read(bytes(text.json()))).isEqualTo(tree);
    assertThat(Json.read(bytes(EventProperties.of(tree).json()))).isEqualTo(tree);
  }

  @Test
  void aSingleOneIsReadOnce() {
    EventProperties text = text("{\"a\":[1],\"b\":2}");

    assertThat(text.property("a")).isSameAs(text.property("a"));
    assertThat(text.tree()).isSameAs(text.tree());
  }

  @Test
  void makeEventsEqualByValue() {
    CustomerEvent text = event(text("{\"a\" : 1.50}"), 7);
    CustomerEvent tree = event(EventProperties.of(text("{\"a\":1.50}").tree()), 7);

    assertThat(text).isEqualTo(tree).hasSameHashCodeAs(tree).hasToString(tree.toString());
    assertThat(text).isNotEqualTo(event(text("{\"a\":1.51}"), 7));
    assertThat(text).isNotEqualTo(event(text("{\"a\":1.50}"), 8));
  }

  @Test
  void tellEchoes() {
    assertThat(event(text("{\"x\":1,\"action_id\":\"self-1\"}"), 0).isEcho()).isTrue();
    assertThat(event(text("{\"action_id\":\"\\u0073elf-1\"}"), 0).isEcho()).isTrue();
    assertThat(event(text("{\"action\\u005fid\":\"self-1\"}"), 0).isEcho()).isTrue();
    assertThat(event(text("{\"x\":{\"action_id\":\"self-1\"}}"), 0).isEcho()).isFalse();
    assertThat(event(text("{\"action_id\":[\"self-1\"]}"), 0).isEcho()).isFalse();
  }

  @Test
  void ofWhichItIsKnownThatNoneIsTheActionIdAreOtherwiseTheSame() {
    byte[] json = "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5}".getBytes(UTF_8);
    EventProperties known = EventProperties.withoutActionId(json, 0, json.length);

    assertThat(known.property("action_id").isMissingNode()).isTrue();
    for (String key : List.of("a", "b", "c", "d", "e", "f")) {
      assertThat(known.property(key))
          .isEqualTo(EventProperties.of(json, 0, json.length).tree().path(key));
    }
    assertThat(event(known, 0).isEcho()).isFalse();
  }

  private static CustomerEvent event(EventProperties properties, long checksum) {
    return new CustomerEvent(
        "m", "c", EventKind.TAG_ADDED, "", 1, properties, Channel.ONLINE, checksum);
  }

  /** As a part of something larger. */
  private static EventProperties text(String json) {
    byte[] object = json.strip().getBytes(UTF_8);
    byte[] record = ("{\"properties\":" + json.strip() + ",\"x\":\"a\"}").getBytes(UTF_8);
    return EventProperties.of(record, 14, 14 + object.length);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
