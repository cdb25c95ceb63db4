package dev.wend.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Properties as they were read. Single ones are looked up in the text, until so many were that a tree of all is
 * cheaper.
 */
final class PropertyText implements EventProperties {
  private static final int MAX_SINGLE = 4;

  private final byte[] json;
  private final int from;
  private final int to;
  private volatile Map<String, JsonNode> single = Map.of();
  private volatile Optional<ObjectNode> tree = Optional.empty();

  PropertyText(byte[] json, int from, int to) {
    this.json = json;
    this.from = from;
    this.to = to;
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
    if (tree.isPresent() || single.size() == MAX_SINGLE) {
      return tree().path(key);
    }
    JsonNode known = single.get(key);
    return known == null ? search(key) : known;
  }

  private JsonNode search(String key) {
    Optional<JsonNode> value = new MemberSearch(json, from).find(key);
    if (value.isEmpty()) {
      return tree().path(key);
    }
    single = single.isEmpty() ? Map.of(key, value.get()) : with(key, value.get());
    return value.get();
  }

  private Map<String, JsonNode> with(String key, JsonNode value) {
    Map<String, JsonNode> more = new HashMap<>(single);
    more.put(key, value);
    return more;
  }

  @Override
  public ByteBuffer json() {
    return ByteBuffer.wrap(json, from, to - from);
  }
}
