package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Json;
import dev.wend.event.Utf8Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A value of a mapping file and where it stands.
 *
 * @param problems takes what is wrong, of the whole file
 */
record Place(String source, String pointer, JsonNode node, List<String> problems) {
  Place at(String key) {
    String escaped = key.replace("~", "~0").replace("/", "~1");
    return new Place(source, pointer + '/' + escaped, node.path(key), problems);
  }

  boolean isMissing() {
    return Json.isMissing(node);
  }

  boolean has(String key) {
    return !at(key).isMissing();
  }

  void problem(String what) {
    problems.add(source + " " + (pointer.isEmpty() ? "top level" : pointer) + ": " + what);
  }

  /** Reports whatever is not an object, lacks a required key, or has an unknown one. */
  boolean isObject(Set<String> required, Set<String> optional) {
    if (!node.isObject()) {
      problem("expected an object, found " + found());
      return false;
    }
    for (String key : required) {
      if (!has(key)) {
        problem("\"" + key + "\" is missing");
      }
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!required.contains(member.getKey()) && !optional.contains(member.getKey())) {
        at(member.getKey()).problem("unknown key");
      }
    }
    return true;
  }

  /** The items of a list; none, and a problem, where it is something else. */
  List<Place> items() {
    List<Place> items = new ArrayList<>();
    if (node.isArray()) {
      for (int index = 0; index < node.size(); index++) {
        items.add(new Place(source, pointer + '/' + index, node.get(index), problems));
      }
    } else if (!isMissing()) {
      problem("expected a list, found " + found());
    }
    return items;
  }

  /** The members of an object by their keys in order; none, and a problem, where it is something else. */
  Map<String, Place> members() {
    Map<String, Place> members = new TreeMap<>(Utf8Order.INSTANCE);
    if (node.isObject()) {
      node.fieldNames().forEachRemaining(key -> members.put(key, at(key)));
    } else if (!isMissing()) {
      problem("expected an object, found " + found());
    }
    return members;
  }

  /** A text that is not empty; nothing where it is missing, and a problem where it is something else. */
  Optional<String> text() {
    if (isMissing()) {
      return Optional.empty();
    }
    if (!node.isTextual() || node.textValue().isEmpty()) {
      problem("expected text, found " + found());
      return Optional.empty();
    }
    return Optional.of(node.textValue());
  }

  String found() {
    String text = node.toString();
    return isMissing() ? "nothing" : text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
