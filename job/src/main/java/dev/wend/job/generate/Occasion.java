package dev.wend.job.generate;

import java.util.List;

/** Why something happens to a customer. The codes give the order at one moment, and are part of what is drawn. */
enum Occasion {
  AUDIENCES(0),
  ERASURE(1),
  VISIT(2),
  MAIL_VISIT(3),
  CART_VISIT(4),
  PUSH_VISIT(5),
  STORE_VISIT(6),
  WELCOME(7),
  WELCOME_OFFER(8),
  WELCOME_REMINDER(9),
  STYLE_GUIDE(10),
  STYLE_PICKS(11),
  CART_REMINDER(12),
  WIN_BACK(13),
  NEWSLETTER(14),
  FLASH_SALE(15),
  AFTER_ORDER(16);

  /** How many bits a code takes. */
  static final int CODE_BITS = 5;

  private static final List<Occasion> BY_CODE = List.of(values());

  private final int code;

  Occasion(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static Occasion of(int code) {
    return BY_CODE.get(code);
  }
}
