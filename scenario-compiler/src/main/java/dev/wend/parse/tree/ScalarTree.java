package dev.wend.parse.tree;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.issue.SourceLocation;
import java.util.Optional;

/** A text, number, boolean or null. */
public record ScalarTree(SourceLocation location, JsonNode value) implements Tree {
  private static final int SHOWN = 40;

  /** The text; empty where it is something else. */
  public Optional<String> text() {
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }

  @Override
  public JsonNode toJson() {
    return value;
  }

  @Override
  public String description() {
    String json = value.toString();
    if (json.length() <= SHOWN) {
      return json;
    }
    return json.substring(0, SHOWN) + (value.isTextual() ? "…\"" : "…");
  }
}
