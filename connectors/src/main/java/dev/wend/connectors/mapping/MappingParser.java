package dev.wend.connectors.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.connectors.InvalidRecordException;
import dev.wend.connectors.StrictJson;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** A mapping file as written, to a mapping. */
final class MappingParser {
  private final List<String> problems = new ArrayList<>();

  private MappingParser() {}

  static Mapping parse(String source, String text) throws InvalidMappingException {
    JsonNode document;
    try {
      document = StrictJson.readObject(text.getBytes(UTF_8));
    } catch (InvalidRecordException invalid) {
      throw new InvalidMappingException(List.of(source + ": " + invalid.getMessage()));
    }
    MappingParser parser = new MappingParser();
    Mapping mapping = parser.mapping(new Place(source, "", document, parser.problems));
    if (!parser.problems.isEmpty()) {
      throw new InvalidMappingException(parser.problems);
    }
    return mapping;
  }

  private Mapping mapping(Place place) {
    place.isObject(Set.of("inputs"), Set.of("name", "description", "tables"));
    Map<String, Table> tables = new HashMap<>();
    place.at("tables").members().forEach((name, table) -> tables.put(name, table(table)));
    List<MappedInput> inputs = new ArrayList<>();
    for (Place input : place.at("inputs").items()) {
      inputs.add(input(inputs.size(), input, tables.keySet()));
    }
    if (inputs.isEmpty()) {
      place.at("inputs").problem("expected at least one input");
    }
    return new Mapping(inputs, tables);
  }

  private static Table table(Place place) {
    if (place.has("values")) {
      place.isObject(Set.of("values"), Set.of());
      Map<String, JsonNode> values = new HashMap<>();
      place.at("values").members().forEach((key, value) -> values.put(key, value.node()));
      return new Table.Inline(Map.copyOf(values));
    }
    place.isObject(Set.of("file", "key", "value"), Set.of("delimiter", "quote", "charset"));
    return new Table.BesideData(
        place.at("file").text().orElse(""),
        place.at("key").text().orElse(""),
        place.at("value").text().orElse(""),
        csv(place, ','));
  }

  private static MappedInput input(int index, Place place, Set<String> tables) {
    place.isObject(Set.of("files", "events"), Set.of("format"));
    Format format = format(place.at("format"));
    ValueParser values = new ValueParser(format instanceof Format.Csv, tables);
    RuleParser rules = new RuleParser(values);
    List<EventRule> events = place.at("events").items().stream().map(rules::rule).toList();
    if (events.isEmpty()) {
      place.at("events").problem("expected at least one event");
    }
    if (format instanceof Format.Csv csv && !csv.columns().isEmpty()) {
      Set<String> unknown = new HashSet<>(values.columnsNamed());
      unknown.removeAll(csv.columns());
      unknown.stream()
          .sorted()
          .forEach(column -> place.problem("no column \"" + column + "\" in the format"));
    }
    return new MappedInput(
        index,
        glob(place.at("files")),
        format,
        events,
        Set.copyOf(values.columnsNamed()),
        Set.copyOf(values.tablesNamed()));
  }

  private static String glob(Place place) {
    String glob = place.text().orElse("*");
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + glob);
      return glob;
    } catch (PatternSyntaxException invalid) {
      place.problem("not a pattern of file names: " + place.found());
      return "*";
    }
  }

  private static Format format(Place place) {
    if (place.isMissing()) {
      place.problem("expected { \"type\": \"csv\" } or { \"type\": \"json\" }");
      return Format.Csv.DEFAULT;
    }
    return switch (place.at("type").text().orElse("")) {
      case "csv", "tsv" -> {
        place.isObject(Set.of("type"), Set.of("delimiter", "quote", "columns", "charset"));
        yield csv(place, place.at("type").node().textValue().equals("tsv") ? '\t' : ',');
      }
      case "json", "parquet" -> {
        place.isObject(Set.of("type"), Set.of("records"));
        yield new Format.JsonLines(
            place.at("records").text().flatMap(text -> records(place, text)));
      }
      default -> {
        place
            .at("type")
            .problem("expected csv, tsv, json or parquet, found " + place.at("type").found());
        yield Format.Csv.DEFAULT;
      }
    };
  }

  private static Optional<JsonPointer> records(Place place, String text) {
    if (!text.startsWith("/")) {
      place.at("records").problem("expected a JSON pointer such as /events");
      return Optional.empty();
    }
    return Optional.of(JsonPointer.compile(text));
  }

  private static Format.Csv csv(Place place, char usual) {
    char delimiter =
        place.has("delimiter") ? character(place.at("delimiter")).orElse(usual) : usual;
    JsonNode quote = place.at("quote").node();
    boolean unquoted = quote.isTextual() && quote.textValue().isEmpty();
    Optional<Character> quoting =
        place.has("quote") && !unquoted ? character(place.at("quote")) : Optional.of('"');
    List<String> columns = new ArrayList<>();
    place.at("columns").items().forEach(column -> column.text().ifPresent(columns::add));
    if (new HashSet<>(columns).size() < columns.size()) {
      place.at("columns").problem("a column is there twice");
    }
    return new Format.Csv(
        delimiter,
        unquoted ? Optional.empty() : quoting,
        List.copyOf(columns),
        charset(place.at("charset")));
  }

  private static Charset charset(Place place) {
    String name = place.text().orElse(UTF_8.name());
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      place.problem("no character set: " + place.found());
      return UTF_8;
    }
  }

  private static Optional<Character> character(Place place) {
    Optional<String> text = place.text();
    if (text.isPresent() && text.get().length() != 1) {
      place.problem("expected a single character, found " + place.found());
      return Optional.empty();
    }
    return text.map(one -> one.charAt(0));
  }
}
