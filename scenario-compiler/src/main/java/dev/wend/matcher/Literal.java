package dev.wend.matcher;

import com.fasterxml.jackson.databind.JsonNode;

/** A value as the document writes it. */
public record Literal(JsonNode value) implements Operand {
  @Override
  public String toString() {
    return value.toString();
  }
}
