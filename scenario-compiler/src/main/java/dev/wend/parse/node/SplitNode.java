package dev.wend.parse.node;

import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.IntegerShape;
import dev.wend.parse.shape.ListShape;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.scenario.Node;
import dev.wend.scenario.Node.Split.Share;
import java.util.List;

/** {@code split}. */
final class SplitNode {
  private static final Field<Long> WEIGHT =
      Field.required("weight", IntegerShape.COUNT, "its part of all customers");
  private static final Field<List<Share>> BRANCHES =
      Field.required(
          "branches",
          ListShape.notEmpty(
              "branches",
              ObjectShape.of(
                  "a branch",
                  List.of(WEIGHT, NodeType.NEXT),
                  values -> new Share(values.get(WEIGHT).intValue(), values.get(NodeType.NEXT)))),
          "where the customers go, by weight");

  static final NodeType TYPE =
      NodeType.of(
          "split",
          "an A/B test, sticky per customer",
          List.of(BRANCHES),
          values -> new Node.Split(values.get(NodeType.ID), values.get(BRANCHES)));

  private SplitNode() {}
}
