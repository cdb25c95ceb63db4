package dev.wend.parse.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.parse.tree.ObjectTree;

/** What the keys of one object demand of each other. */
public interface Constraint {
  /** Whether {@code object} meets it; reports where it does not. */
  boolean check(ObjectTree object, Reading reading);

  /** Lays it into the JSON Schema of the object. */
  void describe(ObjectNode schema);
}
