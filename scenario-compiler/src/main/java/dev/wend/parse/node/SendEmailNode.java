package dev.wend.parse.node;

import dev.wend.scenario.ActionType;
import java.util.List;

/** {@code send-email}. */
final class SendEmailNode {
  static final NodeType TYPE =
      ActionNode.of(
          ActionType.SEND_EMAIL,
          "an e-mail",
          List.of(
              ActionNode.TEMPLATE,
              ActionNode.CONSENTS,
              ActionNode.ON_CONSENT_MISSING,
              ActionNode.OPT_OUT_PAGE,
              ActionNode.DATA));

  private SendEmailNode() {}
}
