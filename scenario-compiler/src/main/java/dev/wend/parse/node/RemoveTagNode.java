package dev.wend.parse.node;

import dev.wend.parse.shape.Field;
import dev.wend.parse.value.Names;
import dev.wend.scenario.ActionType;
import java.util.List;

/** {@code remove-tag}. */
final class RemoveTagNode {
  private static final Field<String> TAG = Field.required("tag", Names.NAME, "the tag");

  static final NodeType TYPE =
      ActionNode.of(ActionType.REMOVE_TAG, "takes a tag from the customer", List.of(TAG));

  private RemoveTagNode() {}
}
