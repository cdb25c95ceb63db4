package dev.wend.parse.node;

import dev.wend.matcher.ProfileMatcher;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.parse.matcher.Place;
import dev.wend.parse.matcher.ProfileMatcherShape;
import dev.wend.parse.matcher.TriggerMatcherShape;
import dev.wend.parse.shape.Field;
import dev.wend.scenario.Node;
import java.util.List;

/** {@code trigger}. */
final class TriggerNode {
  private static final Field<TriggerMatcher> ON =
      Field.required("on", TriggerMatcherShape.SHAPE, "what lets a customer enter");
  private static final Field<ProfileMatcher> WHEN =
      Field.optional(
          "when", ProfileMatcherShape.in(Place.TRIGGER), "what the profile must be like besides");

  static final NodeType TYPE =
      NodeType.of(
          "trigger",
          "a start point; several triggers are OR",
          List.of(ON, WHEN, NodeType.NEXT),
          values ->
              new Node.Trigger(
                  values.get(NodeType.ID),
                  values.get(ON),
                  values.find(WHEN),
                  values.get(NodeType.NEXT)));

  private TriggerNode() {}
}
