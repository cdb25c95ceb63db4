package dev.wend.parse.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.issue.IssueCode;
import dev.wend.parse.tree.ScalarTree;
import dev.wend.parse.tree.Tree;
import java.util.Optional;
import java.util.function.Function;

/**
 * A text that stands for something.
 *
 * @param description what is expected, as a message says it
 * @param pattern what the JSON Schema asks of it, a regular expression; empty for any text
 * @param code of a text that stands for nothing
 * @param meaning what a text stands for; empty where nothing
 * @param hint what to add to the message about such a text
 */
public record TextShape<T>(
    String description,
    String pattern,
    IssueCode code,
    Function<String, Optional<T>> meaning,
    Function<String, String> hint)
    implements Shape<T> {

  /** Any text. */
  public static final Shape<String> ANY =
      new TextShape<>("a text", "", IssueCode.WRONG_TYPE, Optional::of, text -> "");

  @Override
  public Optional<T> read(Tree value, Reading reading) {
    Optional<String> text = value instanceof ScalarTree scalar ? scalar.text() : Optional.empty();
    Optional<T> read = text.flatMap(meaning);
    if (read.isEmpty()) {
      return reading.hole(
          text.isPresent() ? code : IssueCode.WRONG_TYPE,
          value.location(),
          "expected " + description + ", found " + value.description() + text.map(hint).orElse(""));
    }
    return read;
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    ObjectNode schema = Json.object().put("type", "string");
    if (!pattern.isEmpty()) {
      schema.put("pattern", pattern);
    }
    return schema;
  }
}
