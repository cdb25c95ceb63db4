package dev.wend.parse;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.parse.value.NodeReference.Link;
import dev.wend.scenario.Node;
import java.util.List;
import java.util.Optional;

/**
 * A node as far as it could be read.
 *
 * @param pointer where it stands
 * @param id empty where it has none
 * @param type the type as written, empty where it has none
 * @param links where it leads, in document order
 * @param linksKnown whether those are all its links
 * @param node the node, where nothing in it is wrong
 */
public record ParsedNode(
    JsonPointer pointer,
    Optional<String> id,
    Optional<String> type,
    List<Link> links,
    boolean linksKnown,
    Optional<Node> node) {

  /** Two nodes of a document are the same where they stand in the same place. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ParsedNode node && pointer.equals(node.pointer);
  }

  @Override
  public int hashCode() {
    return pointer.hashCode();
  }

  /** Whether it is of that type. */
  public boolean isType(String name) {
    return type.equals(Optional.of(name));
  }
}
