package dev.wend.parse.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.issue.IssueCode;
import dev.wend.parse.tree.ListTree;
import dev.wend.parse.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list.
 *
 * @param atLeast how many elements it has at least, 0 or 1
 */
public record ListShape<T>(String description, Shape<T> element, int atLeast)
    implements Shape<List<T>> {

  /** A list that may be empty. */
  public static <T> ListShape<T> of(String description, Shape<T> element) {
    return new ListShape<>(description, element, 0);
  }

  /** A list with at least one element. */
  public static <T> ListShape<T> notEmpty(String description, Shape<T> element) {
    return new ListShape<>(description, element, 1);
  }

  @Override
  public Optional<List<T>> read(Tree value, Reading reading) {
    if (!(value instanceof ListTree list)) {
      return reading.hole(
          IssueCode.WRONG_TYPE,
          value.location(),
          "expected a list of " + description + ", found " + value.description());
    }
    if (list.elements().size() < atLeast) {
      return reading.hole(
          IssueCode.EMPTY_LIST,
          value.location(),
          "expected at least one element in this list of " + description);
    }
    List<T> read = new ArrayList<>();
    for (int index = 0; index < list.elements().size(); index++) {
      element.read(list.elements().get(index), reading.at(index)).ifPresent(read::add);
    }
    return read.size() == list.elements().size()
        ? Optional.of(List.copyOf(read))
        : Optional.empty();
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    ObjectNode schema = Json.object().put("type", "array");
    schema.set("items", element.schema(definitions));
    if (atLeast > 0) {
      schema.put("minItems", atLeast);
    }
    return schema;
  }
}
