package dev.wend.parse.shape;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.issue.DidYouMean;
import dev.wend.issue.IssueCode;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.Tree;
import java.util.List;
import java.util.Optional;

/**
 * An object of one of several forms, each known by a key that only it must have.
 *
 * @param description what the forms are, for example {@code a profile matcher}
 * @param forms the first one whose key stands in the object is meant
 */
public record ChoiceByKey<T>(String description, List<Form<T>> forms) implements Shape<T> {

  /** One of the forms. */
  public record Form<T>(String key, Shape<? extends T> shape) {}

  /** A form known by {@code key}. */
  public static <T> Form<T> form(String key, Shape<? extends T> shape) {
    return new Form<>(key, shape);
  }

  @Override
  public Optional<T> read(Tree value, Reading reading) {
    if (!(value instanceof ObjectTree object)) {
      return reading.hole(
          IssueCode.WRONG_TYPE,
          value.location(),
          "expected " + description + " (an object), found " + value.description());
    }
    Optional<Form<T>> meant =
        forms.stream().filter(form -> object.find(form.key()).isPresent()).findFirst();
    return meant.isEmpty()
        ? reading.hole(IssueCode.UNKNOWN_MATCHER, value.location(), message(object))
        : meant.get().shape().read(value, reading).map(read -> read);
  }

  private String message(ObjectTree object) {
    List<String> keys = forms.stream().map(Form::key).distinct().toList();
    String question =
        object.members().stream()
            .flatMap(member -> DidYouMean.suggestion(member.key(), keys).stream())
            .map(word -> "; did you mean '" + word + "'?")
            .findFirst()
            .orElse("");
    return "expected "
        + description
        + ": an object with one of the keys "
        + Constraints.quoted(keys)
        + question;
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    ObjectNode schema = Json.object();
    ArrayNode choices = schema.putArray("anyOf");
    forms.forEach(form -> choices.add(form.shape().schema(definitions)));
    return schema;
  }
}
