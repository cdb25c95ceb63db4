package dev.wend.parse.node;

import dev.wend.parse.shape.Field;
import dev.wend.parse.value.DurationText;
import dev.wend.scenario.Node;
import java.time.Duration;
import java.util.List;

/** {@code delay}. */
final class DelayNode {
  private static final Field<Duration> FOR =
      Field.required("for", DurationText.SHAPE, "how long to wait");

  static final NodeType TYPE =
      NodeType.of(
          "delay",
          "wait; then the conditions right behind it check what happened within that period",
          List.of(FOR, NodeType.NEXT),
          values ->
              new Node.Delay(values.get(NodeType.ID), values.get(FOR), values.get(NodeType.NEXT)));

  private DelayNode() {}
}
