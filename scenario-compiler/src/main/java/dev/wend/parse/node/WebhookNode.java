package dev.wend.parse.node;

import dev.wend.parse.shape.Field;
import dev.wend.parse.value.Names;
import dev.wend.scenario.ActionType;
import java.util.List;

/** {@code webhook}. */
final class WebhookNode {
  private static final Field<String> URL = Field.required("url", Names.NAME, "the address to call");

  static final NodeType TYPE =
      ActionNode.of(ActionType.WEBHOOK, "calls another system", List.of(URL, ActionNode.DATA));

  private WebhookNode() {}
}
