package dev.wend.parse.node;

import dev.wend.parse.shape.Field;
import dev.wend.parse.value.Names;
import dev.wend.scenario.ActionType;
import java.util.List;

/** {@code add-tag}. */
final class AddTagNode {
  private static final Field<String> TAG = Field.required("tag", Names.NAME, "the tag");

  static final NodeType TYPE =
      ActionNode.of(ActionType.ADD_TAG, "gives the customer a tag", List.of(TAG));

  private AddTagNode() {}
}
