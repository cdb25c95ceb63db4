package dev.wend.job.generate;

/** The mails that the shop sends, by the {@code campaign_id} that their events carry. */
enum Campaign {
  WELCOME("welcome", 0.55, Occasion.MAIL_VISIT),
  WELCOME_OFFER("welcome-offer", 0.5, Occasion.MAIL_VISIT),
  WELCOME_REMINDER("welcome-reminder", 0.22, Occasion.MAIL_VISIT),
  STYLE_GUIDE("style-guide", 0.5, Occasion.MAIL_VISIT),
  STYLE_PICKS("style-picks", 0.38, Occasion.MAIL_VISIT),
  CART_REMINDER("cart-reminder", 0.45, Occasion.CART_VISIT),
  WIN_BACK("win-back", 0.2, Occasion.MAIL_VISIT),
  NEWSLETTER("newsletter", 0.24, Occasion.MAIL_VISIT);

  private final String id;
  private final double openRate;
  private final Occasion afterClick;

  Campaign(String id, double openRate, Occasion afterClick) {
    this.id = id;
    this.openRate = openRate;
    this.afterClick = afterClick;
  }

  String id() {
    return id;
  }

  double openRate() {
    return openRate;
  }

  /** The kind of visit that a click leads to. */
  Occasion afterClick() {
    return afterClick;
  }
}
