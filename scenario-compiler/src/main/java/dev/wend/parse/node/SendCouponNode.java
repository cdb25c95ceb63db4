package dev.wend.parse.node;

import dev.wend.parse.shape.Field;
import dev.wend.parse.value.CatalogueList;
import dev.wend.scenario.ActionType;
import java.util.List;

/** {@code send-coupon}. */
final class SendCouponNode {
  private static final Field<String> COUPON =
      Field.required("coupon", CatalogueList.COUPONS, "the coupon");

  static final NodeType TYPE =
      ActionNode.of(
          ActionType.SEND_COUPON,
          "an e-mail with a coupon",
          List.of(
              ActionNode.TEMPLATE,
              COUPON,
              ActionNode.CONSENTS,
              ActionNode.ON_CONSENT_MISSING,
              ActionNode.OPT_OUT_PAGE,
              ActionNode.DATA));

  private SendCouponNode() {}
}
