package dev.wend.job.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wend.parse.shape.ListShape;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.shape.SchemaDefinitions;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.tree.ListTree;
import dev.wend.parse.tree.ScalarTree;
import dev.wend.parse.tree.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A list, or one text with commas between the elements, as command lines write it. */
record Several<T>(ListShape<T> list) implements Shape<List<T>> {
  /** A list that may be empty. */
  static <T> Several<T> of(String description, Shape<T> element) {
    return new Several<>(ListShape.of(description, element));
  }

  /** A list with at least one element. */
  static <T> Several<T> notEmpty(String description, Shape<T> element) {
    return new Several<>(ListShape.notEmpty(description, element));
  }

  @Override
  public Optional<List<T>> read(Tree value, Reading reading) {
    Optional<String> text = value instanceof ScalarTree scalar ? scalar.text() : Optional.empty();
    return list.read(text.<Tree>map(known -> split(known, value)).orElse(value), reading);
  }

  private static ListTree split(String text, Tree value) {
    List<Tree> elements =
        Arrays.stream(text.split(",", -1))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .<Tree>map(part -> new ScalarTree(value.location(), TextNode.valueOf(part)))
            .toList();
    return new ListTree(value.location(), elements);
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    return list.schema(definitions);
  }
}
