package dev.wend.job.generate;

/** Push notifications of the app and what customers do with them. */
final class Pushing {
  private static final double BOUNCES = 0.04;
  private static final double TAPS = 0.09;
  private static final double CLICKS = 0.6;

  private final Shop shop;

  Pushing(Shop shop) {
    this.shop = shop;
  }

  /** Sends one if the customer allows it. */
  void send(String campaign, Shopper shopper, long at, StableRandom random) {
    if (!shopper.isKnown() || !shopper.allowsPush()) {
      return;
    }
    track("Push Notification Sent", campaign, shopper, at, random);
    long arrived = at + random.between(300, 5_000);
    if (random.chance(BOUNCES)) {
      track("Push Notification Bounced", campaign, shopper, arrived, random);
      return;
    }
    track("Push Notification Received", campaign, shopper, arrived, random);
    if (random.chance(TAPS)) {
      long tapped = arrived + 2_000 + (long) random.exponential(600_000);
      track("Push Notification Tapped", campaign, shopper, tapped, random);
      if (random.chance(CLICKS)) {
        track("Push Notification Clicked", campaign, shopper, tapped + 4_000, random);
        shop.agenda().add(tapped + 5_000, Occasion.PUSH_VISIT, shopper.number());
      }
    }
  }

  private void track(String event, String campaign, Shopper shopper, long at, StableRandom random) {
    Properties properties = json -> json.writeStringField("campaign_id", campaign);
    shop.journal().track(Sender.MAILER, shopper, at, event, random, properties);
  }
}
