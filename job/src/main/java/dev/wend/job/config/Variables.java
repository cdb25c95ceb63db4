package dev.wend.job.config;

import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.tree.ListTree;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The environment variables that override a configuration: {@code WEND_}, then the path in capitals, with an underscore for
 * each dot and hyphen and before each capital: {@code WEND_SOURCE_KAFKA_GROUP_ID}.
 */
final class Variables {
  static final String PREFIX = "WEND_";

  private final Map<String, List<String>> paths = new LinkedHashMap<>();
  private final ObjectTree tree;

  /** Those for the keys that may stand in {@code tree}. */
  Variables(ObjectTree tree) {
    this.tree = tree;
    add(List.of(), ConfigurationShape.SHAPE);
    if (tree.find(Paths.SINKS).orElse(tree) instanceof ListTree sinks) {
      sinks.elements().forEach(this::addSink);
    }
  }

  /** The names of all of them, but for those of properties and headers. */
  List<String> names() {
    return List.copyOf(paths.keySet());
  }

  /** The path that a variable overrides. */
  Optional<List<String>> path(String variable) {
    return Optional.ofNullable(paths.get(variable)).or(() -> pathInMap(variable));
  }

  private void addSink(Tree element) {
    if (element instanceof ObjectTree sink && sink.text("name").isPresent()) {
      SinkShape.of(sink)
          .ifPresent(shape -> add(List.of(Paths.SINKS, sink.text("name").orElseThrow()), shape));
    }
  }

  private void add(List<String> path, ObjectShape<?> shape) {
    for (Field<?> field : shape.fields()) {
      List<String> there = Stream.concat(path.stream(), Stream.of(field.name())).toList();
      if (field.shape() instanceof ObjectShape<?> object) {
        add(there, object);
      } else {
        paths.put(variable(there), there);
      }
    }
  }

  private Optional<List<String>> pathInMap(String variable) {
    for (Map.Entry<String, List<String>> entry : paths.entrySet()) {
      List<String> path = entry.getValue();
      String prefix = entry.getKey() + "_";
      if (Paths.MAPS.contains(path.get(path.size() - 1)) && variable.startsWith(prefix)) {
        String rest = variable.substring(prefix.length());
        return Optional.of(Stream.concat(path.stream(), Stream.of(key(path, rest))).toList());
      }
    }
    return Optional.empty();
  }

  /** A key that stands there already, else the rest of the name in small letters. */
  private String key(List<String> map, String rest) {
    String separator = map.get(map.size() - 1).equals("properties") ? "." : "-";
    return Leaf.of(tree).stream()
        .map(Leaf::path)
        .filter(path -> path.size() == map.size() + 1 && path.subList(0, map.size()).equals(map))
        .map(path -> path.get(map.size()))
        .filter(key -> capitals(key).equals(rest))
        .findFirst()
        .orElseGet(() -> rest.toLowerCase(Locale.ROOT).replace("_", separator));
  }

  private static String variable(List<String> path) {
    List<String> words = new ArrayList<>();
    path.forEach(step -> words.add(capitals(step)));
    return PREFIX + String.join("_", words);
  }

  private static String capitals(String key) {
    return key.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .replaceAll("[.-]", "_")
        .toUpperCase(Locale.ROOT);
  }
}
