package dev.wend.parse.value;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.issue.IssueCode;
import dev.wend.matcher.Reference;
import dev.wend.matcher.Reference.Source;
import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.shape.SchemaDefinitions;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.tree.ScalarTree;
import dev.wend.parse.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an event or the profile holds: a word, a colon and a JSON pointer.
 *
 * @param allowed what it may look into
 */
public record ReferenceText(List<Source> allowed) implements Shape<Reference> {

  /** The object that holds a reference, {@code {"from": …}}. */
  public static ObjectShape<Reference> object(List<Source> allowed) {
    Field<Reference> from = from(allowed);
    return ObjectShape.of("a reference", List.of(from), values -> values.get(from));
  }

  /** The key {@code from}. */
  public static Field<Reference> from(List<Source> allowed) {
    return Field.required("from", new ReferenceText(allowed), "where the value is taken from");
  }

  @Override
  public Optional<Reference> read(Tree value, Reading reading) {
    Optional<String> text = value instanceof ScalarTree scalar ? scalar.text() : Optional.empty();
    Optional<Reference> read = text.flatMap(ReferenceText::parse);
    if (read.isEmpty()) {
      return reading.hole(
          text.isPresent() ? IssueCode.BAD_REFERENCE : IssueCode.WRONG_TYPE,
          value.location(),
          "expected a reference such as "
              + allowed.get(0).id()
              + ":"
              + example()
              + ", found "
              + value.description());
    }
    if (!allowed.contains(read.get().source())) {
      return reading.hole(
          IssueCode.REFERENCE_NOT_ALLOWED,
          value.location(),
          "a reference in this place may only look into "
              + words()
              + ", found "
              + value.description());
    }
    reading.note(new ReferenceUse(reading.pointer(), read.get()));
    return read;
  }

  private static Optional<Reference> parse(String text) {
    for (Source source : Source.values()) {
      String start = source.id() + ":";
      if (text.startsWith(start)) {
        Optional<JsonPointer> pointer = Pointers.parse(text.substring(start.length()));
        return pointer.map(into -> new Reference(source, into));
      }
    }
    return Optional.empty();
  }

  private String example() {
    return allowed.get(0) == Source.PROFILE ? "/fields/birthday" : "/properties/price";
  }

  private String words() {
    return allowed.stream().map(source -> source.id() + ":").collect(Collectors.joining(" or "));
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    String sources = allowed.stream().map(Source::id).collect(Collectors.joining("|"));
    return Json.object()
        .put("type", "string")
        .put("pattern", "^(" + sources + "):" + Pointers.STEP + "*$");
  }
}
