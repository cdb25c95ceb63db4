package dev.wend.parse.node;

import dev.wend.scenario.Node;
import java.util.List;

/** {@code end}. */
final class EndNode {
  static final NodeType TYPE =
      NodeType.of(
          "end",
          "the journey is finished",
          List.of(),
          values -> new Node.End(values.get(NodeType.ID)));

  private EndNode() {}
}
