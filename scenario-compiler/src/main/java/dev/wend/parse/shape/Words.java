package dev.wend.parse.shape;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.issue.DidYouMean;
import dev.wend.issue.IssueCode;
import dev.wend.parse.tree.ScalarTree;
import dev.wend.parse.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One of a few words.
 *
 * @param description what they are, for example {@code an operator}
 * @param id the word for each value
 */
public record Words<E>(String description, List<E> values, Function<E, String> id, IssueCode code)
    implements Shape<E> {

  /** Words for all of {@code values}. */
  public static <E> Words<E> of(String description, List<E> values, Function<E, String> id) {
    return new Words<>(description, values, id, IssueCode.UNKNOWN_WORD);
  }

  @Override
  public Optional<E> read(Tree value, Reading reading) {
    Optional<String> text = value instanceof ScalarTree scalar ? scalar.text() : Optional.empty();
    Optional<E> read =
        text.flatMap(
            word -> values.stream().filter(known -> id.apply(known).equals(word)).findFirst());
    if (read.isEmpty()) {
      IssueCode problem = text.isPresent() ? code : IssueCode.WRONG_TYPE;
      return reading.hole(problem, value.location(), message(value, text));
    }
    return read;
  }

  private String message(Tree value, Optional<String> text) {
    List<String> known = ids();
    String question = text.map(word -> DidYouMean.question(word, known)).orElse("");
    boolean few = known.size() <= 8;
    String list = few || question.isEmpty() ? ": one of " + Constraints.quoted(known) : "";
    return "expected " + description + list + ", found " + value.description() + question;
  }

  private List<String> ids() {
    return values.stream().map(id).toList();
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    ObjectNode schema = Json.object();
    ArrayNode allowed = schema.putArray("enum");
    ids().forEach(allowed::add);
    return schema;
  }
}
