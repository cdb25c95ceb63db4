package dev.wend.parse.node;

import dev.wend.issue.IssueCode;
import dev.wend.matcher.Matcher;
import dev.wend.parse.matcher.ConditionMatcherShape;
import dev.wend.parse.shape.Constraints;
import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.ListShape;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.value.DurationText;
import dev.wend.parse.value.NodeReference;
import dev.wend.scenario.Node;
import dev.wend.scenario.Node.WaitFor.Branch;
import java.time.Duration;
import java.util.List;

/** {@code wait-for}. */
final class WaitForNode {
  private static final Field<Matcher> IF =
      Field.required("if", ConditionMatcherShape.OF_BRANCH, "what must hold");
  private static final Field<List<Branch>> BRANCHES =
      Field.required(
          "branches",
          ListShape.notEmpty(
              "branches",
              ObjectShape.of(
                  "a branch",
                  List.of(IF, NodeType.NEXT),
                  values -> new Branch(values.get(IF), values.get(NodeType.NEXT)))),
          "it goes on by the branch that holds first");
  private static final Field<Duration> WITHIN =
      Field.optional("within", DurationText.SHAPE, "how long to wait for one of them");
  private static final Field<String> ELSE =
      Field.optional(
          "else", NodeReference.NEXT, "the id of the node that follows when none held in time");

  static final NodeType TYPE = type();

  private WaitForNode() {}

  private static NodeType type() {
    NodeType plain =
        NodeType.of(
            "wait-for",
            "goes on by the branch that holds first",
            List.of(BRANCHES, WITHIN, ELSE),
            values ->
                new Node.WaitFor(
                    values.get(NodeType.ID),
                    values.get(BRANCHES),
                    values.find(WITHIN),
                    values.find(ELSE)));
    return new NodeType(
        plain.name(),
        plain
            .shape()
            .with(
                List.of(
                    Constraints.needs(
                        WITHIN,
                        ELSE,
                        IssueCode.KEYS_DO_NOT_AGREE,
                        "'within' needs an 'else', where the journey goes on when the time is over"),
                    Constraints.needs(
                        ELSE,
                        WITHIN,
                        IssueCode.KEYS_DO_NOT_AGREE,
                        "'else' needs a 'within', without which it would never be taken"))));
  }
}
