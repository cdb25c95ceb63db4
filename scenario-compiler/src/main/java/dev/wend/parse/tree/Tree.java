package dev.wend.parse.tree;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.issue.SourceLocation;

/** A JSON value and where it stands. */
public sealed interface Tree permits ObjectTree, ListTree, ScalarTree {
  /** Where it stands; of an object or list its opening bracket. */
  SourceLocation location();

  /** The value without places. */
  JsonNode toJson();

  /** What it is, in the words of a message, for example {@code "1 day"} or {@code a list}. */
  String description();
}
