package dev.wend.parse.tree;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.wend.event.Json;
import dev.wend.issue.SourceLocation;
import java.util.List;

/** A list. */
public record ListTree(SourceLocation location, List<Tree> elements) implements Tree {
  @Override
  public ArrayNode toJson() {
    ArrayNode json = Json.MAPPER.createArrayNode();
    elements.forEach(element -> json.add(element.toJson()));
    return json;
  }

  @Override
  public String description() {
    return elements.isEmpty() ? "an empty list" : "a list";
  }
}
