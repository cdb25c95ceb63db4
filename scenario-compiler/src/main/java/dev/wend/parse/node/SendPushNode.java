package dev.wend.parse.node;

import dev.wend.parse.shape.Field;
import dev.wend.parse.value.CatalogueList;
import dev.wend.scenario.ActionType;
import java.util.List;

/** {@code send-push}. */
final class SendPushNode {
  private static final Field<String> COUPON =
      Field.optional("coupon", CatalogueList.COUPONS, "a coupon to send along");

  static final NodeType TYPE =
      ActionNode.of(
          ActionType.SEND_PUSH,
          "a push notification",
          List.of(
              ActionNode.TEMPLATE,
              COUPON,
              ActionNode.CONSENTS,
              ActionNode.ON_CONSENT_MISSING,
              ActionNode.OPT_OUT_PAGE,
              ActionNode.DATA));

  private SendPushNode() {}
}
