package dev.wend.parse.node;

import dev.wend.parse.shape.Field;
import dev.wend.parse.value.Names;
import dev.wend.scenario.ActionType;
import java.util.List;

/** {@code dynamic-content}. */
final class DynamicContentNode {
  private static final Field<String> CONTENT =
      Field.required("content", Names.NAME, "what is shown");
  private static final Field<String> PLACEMENT =
      Field.optional("placement", Names.NAME, "where on the site");

  static final NodeType TYPE =
      ActionNode.of(
          ActionType.DYNAMIC_CONTENT,
          "a pop-up or on-site content",
          List.of(CONTENT, PLACEMENT, ActionNode.DATA));

  private DynamicContentNode() {}
}
