package dev.wend.parse.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.parse.tree.Tree;
import java.util.Optional;
import java.util.function.Supplier;

/** A shape under a name, which may contain itself. */
public final class Definition<T> implements Shape<T> {
  private final String name;
  private final Supplier<? extends Shape<T>> target;

  /** A shape that is looked up when it is needed. */
  public Definition(String name, Supplier<? extends Shape<T>> target) {
    this.name = name;
    this.target = target;
  }

  String name() {
    return name;
  }

  Shape<T> target() {
    return target.get();
  }

  @Override
  public Optional<T> read(Tree value, Reading reading) {
    return target().read(value, reading);
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    return definitions.refer(this);
  }
}
