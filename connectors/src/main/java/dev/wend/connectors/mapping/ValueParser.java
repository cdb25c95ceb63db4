package dev.wend.connectors.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of a mapping file. Notes which columns and tables they name. */
final class ValueParser {
  /** The keys that say what is read, exactly one of which there has to be. */
  private static final Set<String> ORIGINS =
      Set.of("from", "outer", "partition", "value", "text", "first", "each");

  private static final Set<String> CHANGES =
      Set.of(
          "removePrefix",
          "removeSuffix",
          "lowerCase",
          "table",
          "otherwise",
          "type",
          "decimal",
          "negate");
  private static final Pattern PART = Pattern.compile("\\{([^{}]*)\\}|[^{}]+|[{}]");

  private final boolean csv;
  private final Set<String> tables;
  private final Set<String> columnsNamed = new TreeSet<>();
  private final Set<String> tablesNamed = new TreeSet<>();

  /** For an input in CSV or JSON, with the tables that there are. */
  ValueParser(boolean csv, Set<String> tables) {
    this.csv = csv;
    this.tables = tables;
  }

  Set<String> columnsNamed() {
    return columnsNamed;
  }

  Set<String> tablesNamed() {
    return tablesNamed;
  }

  /** The value, or {@link Value#NONE} where there is nothing or a problem was found. */
  Value value(Place place, Set<String> otherKeys) {
    if (place.isMissing()) {
      return Value.NONE;
    }
    if (place.node().isTextual()) {
      return from(place);
    }
    if (place.node().isArray()) {
      return new Value.FirstOf(values(place));
    }
    Set<String> known = new TreeSet<>(otherKeys);
    known.addAll(ORIGINS);
    known.addAll(CHANGES);
    known.add("as");
    if (!place.isObject(Set.of(), known)) {
      return Value.NONE;
    }
    List<Transform> changes = changes(place);
    Value origin = origin(place);
    return changes.isEmpty() ? origin : new Value.Changed(origin, changes);
  }

  Value value(Place place) {
    return value(place, Set.of());
  }

  List<Value> values(Place list) {
    return list.items().stream().map(this::value).toList();
  }

  /** Values by the properties that they become: a name, or a JSON pointer to one inside objects. */
  List<Property> properties(Place place) {
    List<Property> properties = new ArrayList<>();
    for (Map.Entry<String, Place> member : place.members().entrySet()) {
      List<String> path = List.of(member.getKey());
      if (member.getKey().startsWith("/")) {
        path = new ArrayList<>();
        JsonPointer pointer = JsonPointer.compile(member.getKey());
        for (; !pointer.matches(); pointer = pointer.tail()) {
          path.add(pointer.getMatchingProperty());
        }
      }
      properties.add(new Property(List.copyOf(path), value(member.getValue())));
    }
    return List.copyOf(properties);
  }

  private Value origin(Place place) {
    List<String> named = ORIGINS.stream().filter(place.node()::has).sorted().toList();
    if (named.size() != 1) {
      place.problem("expected exactly one of from, outer, partition, value, text, first, each");
      return Value.NONE;
    }
    Place origin = place.at(named.get(0));
    return switch (named.get(0)) {
      case "from" -> from(origin);
      case "outer" -> outer(origin);
      case "partition" ->
          origin
              .text()
              .<Value>map(key -> new Value.From(new Source.Partition(key)))
              .orElse(Value.NONE);
      case "value" -> new Value.Constant(origin.node());
      case "text" -> template(origin);
      case "first" -> new Value.FirstOf(values(origin));
      default ->
          source(origin)
              .<Value>map(list -> new Value.Each(list, properties(place.at("as"))))
              .orElse(Value.NONE);
    };
  }

  private Value from(Place place) {
    return source(place).<Value>map(Value.From::new).orElse(Value.NONE);
  }

  private Value outer(Place place) {
    if (csv) {
      place.problem("only JSON records have an outer record");
    }
    return place
        .text()
        .flatMap(text -> pointer(place, text))
        .<Value>map(pointer -> new Value.From(new Source.Outer(pointer)))
        .orElse(Value.NONE);
  }

  private Value template(Place place) {
    List<Value> parts = new ArrayList<>();
    Matcher part = PART.matcher(place.text().orElse(""));
    while (part.find()) {
      if (part.group(1) != null) {
        source(place, part.group(1)).ifPresent(source -> parts.add(new Value.From(source)));
      } else if (part.group().equals("{") || part.group().equals("}")) {
        place.problem("a brace without its other one");
      } else {
        parts.add(new Value.Constant(TextNode.valueOf(part.group())));
      }
    }
    return new Value.Template(parts);
  }

  private Optional<Source> source(Place place) {
    return place.node().isTextual() && place.node().textValue().isEmpty() && !csv
        ? Optional.of(new Source.Pointer(JsonPointer.empty()))
        : place.text().flatMap(text -> source(place, text));
  }

  private Optional<Source> source(Place place, String text) {
    if (csv) {
      columnsNamed.add(text);
      return Optional.of(new Source.Column(text));
    }
    return pointer(place, text).map(Source.Pointer::new);
  }

  private static Optional<JsonPointer> pointer(Place place, String text) {
    if (!text.startsWith("/")) {
      place.problem("expected a JSON pointer such as /properties/price, found \"" + text + "\"");
      return Optional.empty();
    }
    return Optional.of(JsonPointer.compile(text));
  }

  private List<Transform> changes(Place place) {
    List<Transform> changes = new ArrayList<>();
    place.at("removePrefix").text().map(Transform.RemovePrefix::new).ifPresent(changes::add);
    place.at("removeSuffix").text().map(Transform.RemoveSuffix::new).ifPresent(changes::add);
    if (isSet(place.at("lowerCase"))) {
      changes.add(new Transform.LowerCase());
    }
    place.at("table").text().ifPresent(table -> changes.add(lookup(place.at("table"), table)));
    decimal(place).ifPresent(changes::add);
    place.at("type").text().flatMap(type -> typed(place.at("type"), type)).ifPresent(changes::add);
    if (isSet(place.at("negate"))) {
      changes.add(new Transform.Negate());
    }
    if (place.has("otherwise")) {
      changes.add(new Transform.Otherwise(place.at("otherwise").node()));
    }
    return changes;
  }

  private Transform lookup(Place place, String table) {
    if (!tables.contains(table)) {
      place.problem("no table \"" + table + "\"");
    }
    tablesNamed.add(table);
    return new Transform.Lookup(table);
  }

  private static Optional<Transform> decimal(Place place) {
    Optional<String> mark = place.at("decimal").text();
    if (mark.isEmpty()) {
      return Optional.empty();
    }
    if (!mark.get().equals(".") && !mark.get().equals(",")) {
      place.at("decimal").problem("expected \".\" or \",\", found " + place.at("decimal").found());
    }
    if (!place.at("type").node().asText().equals("number")) {
      place.at("decimal").problem("only with \"type\": \"number\"");
    }
    return Optional.of(new Transform.PlainNumber(mark.get().charAt(0)));
  }

  private static Optional<Transform> typed(Place place, String type) {
    return switch (type) {
      case "text" -> Optional.of(new Transform.AsText());
      case "number" -> Optional.of(new Transform.AsNumber());
      case "boolean" -> Optional.of(new Transform.AsBoolean());
      default -> {
        place.problem("expected text, number or boolean, found " + place.found());
        yield Optional.empty();
      }
    };
  }

  private static boolean isSet(Place place) {
    if (!place.isMissing() && !place.node().isBoolean()) {
      place.problem("expected true or false, found " + place.found());
    }
    return place.node().asBoolean(false);
  }
}
