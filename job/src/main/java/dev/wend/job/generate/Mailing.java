package dev.wend.job.generate;

import java.util.concurrent.TimeUnit;

/** E-mails and what customers, and the machines in front of them, do with them. */
final class Mailing {
  private static final double BOUNCES = 0.015;
  private static final double OPENED_BY_MACHINE = 0.22;
  private static final double CLICKS = 0.28;
  private static final double UNSUBSCRIBES = 0.012;
  private static final long LONGEST_UNOPENED = TimeUnit.DAYS.toMillis(2);
  private static final double MEAN_UNOPENED = TimeUnit.HOURS.toMillis(4);

  private final Shop shop;

  Mailing(Shop shop) {
    this.shop = shop;
  }

  /** Sends a mail if the customer allows it; its reactions come later by themselves. */
  void send(Campaign campaign, Shopper shopper, long at, StableRandom random) {
    if (!shopper.isKnown() || !shopper.allowsEmail()) {
      return;
    }
    track("Email Sent", campaign, shopper, at, random);
    long arrived = at + random.between(2_000, 40_000);
    if (random.chance(BOUNCES)) {
      track("Email Bounced", campaign, shopper, arrived, random);
      return;
    }
    track("Email Delivered", campaign, shopper, arrived, random);
    if (random.chance(OPENED_BY_MACHINE)) {
      open(campaign, shopper, arrived + random.between(500, 9_000), true, random);
    }
    boolean opened = random.chance(campaign.openRate());
    if (opened) {
      read(campaign, shopper, arrived, random);
    }
    if (campaign == Campaign.WELCOME && !opened) {
      plan(shopper, at + TimeUnit.DAYS.toMillis(3), Occasion.WELCOME_REMINDER);
    }
  }

  private void read(Campaign campaign, Shopper shopper, long arrived, StableRandom random) {
    long unopened = 5_000 + (long) random.exponential(MEAN_UNOPENED);
    long opened = arrived + Math.min(unopened, LONGEST_UNOPENED);
    open(campaign, shopper, opened, false, random);
    if (random.chance(CLICKS)) {
      long clicked = opened + random.between(3_000, 60_000);
      click(campaign, shopper, clicked, random);
      plan(shopper, clicked + 1_500, campaign.afterClick());
    } else if (random.chance(UNSUBSCRIBES)) {
      track("Unsubscribed", campaign, shopper, opened + random.between(3_000, 30_000), random);
      shopper.withdrawsEmail();
    }
    if (campaign == Campaign.WELCOME) {
      plan(shopper, opened + 1_000, Occasion.WELCOME_OFFER);
    }
  }

  private void open(
      Campaign campaign, Shopper shopper, long at, boolean machine, StableRandom random) {
    Properties properties =
        json -> {
          json.writeStringField("campaign_id", campaign.id());
          if (machine) {
            json.writeBooleanField("machine_open", true);
          }
        };
    shop.journal().track(Sender.MAILER, shopper, at, "Email Opened", random, properties);
  }

  private void click(Campaign campaign, Shopper shopper, long at, StableRandom random) {
    Properties properties =
        json -> {
          json.writeStringField("campaign_id", campaign.id());
          json.writeStringField("link_url", "https://shop.example/go/" + campaign.id());
        };
    shop.journal().track(Sender.MAILER, shopper, at, "Email Link Clicked", random, properties);
  }

  private void track(
      String event, Campaign campaign, Shopper shopper, long at, StableRandom random) {
    Properties properties = json -> json.writeStringField("campaign_id", campaign.id());
    shop.journal().track(Sender.MAILER, shopper, at, event, random, properties);
  }

  private void plan(Shopper shopper, long at, Occasion occasion) {
    shop.agenda().add(at, occasion, shopper.number());
  }
}
