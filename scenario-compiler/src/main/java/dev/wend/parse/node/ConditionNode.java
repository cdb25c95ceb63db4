package dev.wend.parse.node;

import dev.wend.matcher.Matcher;
import dev.wend.parse.matcher.ConditionMatcherShape;
import dev.wend.parse.shape.Field;
import dev.wend.parse.value.DurationText;
import dev.wend.parse.value.NodeReference;
import dev.wend.scenario.Node;
import java.time.Duration;
import java.util.List;

/** {@code condition}. */
final class ConditionNode {
  private static final Field<Matcher> IF =
      Field.required("if", ConditionMatcherShape.OF_CONDITION, "what is asked");
  private static final Field<Duration> WITHIN =
      Field.optional("within", DurationText.SHAPE, "how long to wait for a yes");
  private static final Field<String> YES =
      Field.required("yes", NodeReference.NEXT, "the id of the node that follows a yes");
  private static final Field<String> NO =
      Field.optional(
          "no",
          NodeReference.NEXT,
          "the id of the node that follows a no; without it a no ends the journey");

  static final NodeType TYPE =
      NodeType.of(
          "condition",
          "a question with the answers yes and no",
          List.of(IF, WITHIN, YES, NO),
          values ->
              new Node.Condition(
                  values.get(NodeType.ID),
                  values.get(IF),
                  values.find(WITHIN),
                  values.get(YES),
                  values.find(NO)));

  private ConditionNode() {}
}
