package dev.wend.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Finds one member of an object in its JSON, which is known to be valid, without reading the others. */
final class MemberSearch {
  private final byte[] json;
  private int at;
  private boolean escaped;

  /** Searches the object that begins at {@code opening}. */
  MemberSearch(byte[] json, int opening) {
    this.json = json;
    this.at = opening + 1;
  }

  /** The value, a missing node where there is none; empty where a name is written with escapes, and so not comparable. */
  Optional<JsonNode> find(String key) {
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    skipWhitespace();
    while (json[at] != '}') {
      int name = at + 1;
      escaped = false;
      skipText();
      if (escaped) {
        return Optional.empty();
      }
      boolean found = Arrays.equals(json, name, at - 1, wanted, 0, wanted.length);
      skipUpTo(':');
      int value = at;
      skipValue();
      if (found) {
        return Optional.of(read(value));
      }
      skipWhitespace();
      if (json[at] == ',') {
        skipUpTo(',');
      }
    }
    return Optional.of(MissingNode.getInstance());
  }

  private JsonNode read(int from) {
    boolean plain = json[from] == '"' && JsonText.endOfPlain(json, from + 1) == at - 1;
    return plain
        ? TextNode.valueOf(new String(json, from + 1, at - from - 2, StandardCharsets.ISO_8859_1))
        : Json.read(Arrays.copyOfRange(json, from, at));
  }

  private void skipUpTo(char separator) {
    skipWhitespace();
    if (json[at] != separator) {
      throw new IllegalStateException("not the JSON that was read");
    }
    at++;
    skipWhitespace();
  }

  private void skipValue() {
    byte first = json[at];
    if (first == '"') {
      skipText();
    } else if (first == '{' || first == '[') {
      skipNested();
    } else {
      while (json[at] != ',' && json[at] != '}' && json[at] > ' ') {
        at++;
      }
    }
  }

  private void skipNested() {
    int depth = 0;
    do {
      byte each = json[at];
      if (each == '"') {
        skipText();
      } else {
        depth += each == '{' || each == '[' ? 1 : each == '}' || each == ']' ? -1 : 0;
        at++;
      }
    } while (depth > 0);
  }

  private void skipText() {
    at = JsonText.endOfPlain(json, at + 1);
    while (json[at] != '"') {
      escaped |= json[at] == '\\';
      at = JsonText.endOfPlain(json, at + (json[at] == '\\' ? 2 : 1));
    }
    at++;
  }

  private void skipWhitespace() {
    while (json[at] <= ' ') {
      at++;
    }
  }
}
