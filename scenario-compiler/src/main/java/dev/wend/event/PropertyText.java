package dev.wend.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Properties as they were read. Single ones are looked up in the text, until so many were that a tree of all is
 * cheaper.
 */
final class PropertyText implements EventProperties {
  private static final int MAX_SINGLE = 5;
  private static final Single[] NONE = {};
  private static final Single[] NO_ACTION_ID = {new Single(ACTION_ID, MissingNode.getInstance())};

  private final byte[] json;
  private final int from;
  private final int to;
  private volatile Single[] singles;
  private volatile Optional<ObjectNode> tree = Optional.empty();

  /** One that was looked up; a missing node where there is none. */
  private record Single(String key, JsonNode value) {}

  private PropertyText(byte[] json, int from, int to, Single[] known) {
    this.json = json;
    this.from = from;
    this.to = to;
    this.singles = known;
  }

  static PropertyText of(byte[] json, int from, int to) {
    return new PropertyText(json, from, to, NONE);
  }

  /** That of which it is known that it has no action id. */
  static PropertyText withoutActionId(byte[] json, int from, int to) {
    return new PropertyText(json, from, to, NO_ACTION_ID);
  }

  @Override
  public ObjectNode tree() {
    Optional<ObjectNode> known = tree;
    if (known.isPresent()) {
      return known.get();
    }
    ObjectNode read = (ObjectNode) Json.read(Arrays.copyOfRange(json, from, to));
    tree = Optional.of(read);
    return read;
  }

  @Override
  public JsonNode property(String key) {
    Single[] known = singles;
    for (Single single : known) {
      if (single.key().equals(key)) {
        return single.value();
      }
    }
    return tree.isPresent() || known.length == MAX_SINGLE ? tree().path(key) : search(key);
  }

  private JsonNode search(String key) {
    Optional<JsonNode> value = new MemberSearch(json, from).find(key);
    if (value.isEmpty()) {
      return tree().path(key);
    }
    Single[] known = singles;
    Single[] more = Arrays.copyOf(known, known.length + 1);
    more[known.length] = new Single(key, value.get());
    singles = more;
    return value.get();
  }

  @Override
  public ByteBuffer json() {
    return ByteBuffer.wrap(json, from, to - from);
  }
}
