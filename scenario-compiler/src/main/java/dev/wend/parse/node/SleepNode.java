package dev.wend.parse.node;

import dev.wend.parse.shape.Field;
import dev.wend.parse.value.DurationText;
import dev.wend.scenario.Node;
import java.time.Duration;
import java.util.List;

/** {@code sleep}. */
final class SleepNode {
  private static final Field<Duration> FOR =
      Field.required("for", DurationText.SHAPE, "how long to wait");

  static final NodeType TYPE =
      NodeType.of(
          "sleep",
          "wait; events in that period are never looked at",
          List.of(FOR, NodeType.NEXT),
          values ->
              new Node.Sleep(values.get(NodeType.ID), values.get(FOR), values.get(NodeType.NEXT)));

  private SleepNode() {}
}
