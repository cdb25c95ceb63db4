package dev.wend.job.generate;

import java.util.concurrent.TimeUnit;

/** What the shop itself does: audiences and tags by night, cancellations, refunds, erasures. */
final class BackOffice {
  private static final long VIP_CENTS = 60_000;
  private static final long VIP_LAPSE = TimeUnit.DAYS.toMillis(60);
  private static final int LOYAL_ORDERS = 3;
  private static final long CANCELLABLE = TimeUnit.HOURS.toMillis(12);

  private final Journal journal;

  BackOffice(Journal journal) {
    this.journal = journal;
  }

  /** Whether {@link #sortIntoAudiences} would change something. */
  static boolean isToBeSorted(Shopper shopper, long at) {
    return shopper.isKnown()
        && (shopper.isVip() != deservesVip(shopper, at) || isNewlyLoyal(shopper));
  }

  void sortIntoAudiences(Shopper shopper, long at, StableRandom random) {
    boolean vip = deservesVip(shopper, at);
    if (vip != shopper.isVip()) {
      shopper.setVip(vip);
      track(
          shopper, at, vip ? "Audience Entered" : "Audience Exited", "audience_key", "vip", random);
    }
    if (isNewlyLoyal(shopper)) {
      shopper.becomesLoyal();
      track(shopper, at + 50, "Tag Added", "tag", "loyal", random);
      track(shopper, at + 60, "Tag Removed", "tag", "newcomer", random);
    }
  }

  private static boolean deservesVip(Shopper shopper, long at) {
    return shopper.spentCents() >= VIP_CENTS && at - shopper.lastOrderAt() < VIP_LAPSE;
  }

  private static boolean isNewlyLoyal(Shopper shopper) {
    return !shopper.isLoyal() && shopper.orders() >= LOYAL_ORDERS;
  }

  /** Soon after it an order is cancelled, later it is sent back. */
  void undoLastOrder(Shopper shopper, long at, StableRandom random) {
    String event = at - shopper.lastOrderAt() < CANCELLABLE ? "Order Cancelled" : "Order Refunded";
    String orderId = shopper.lastOrderId();
    shopper
        .takeLastOrder()
        .ifPresent(
            order ->
                journal.track(
                    Sender.BACK_OFFICE,
                    shopper,
                    at,
                    event,
                    random,
                    json -> {
                      json.writeStringField("order_id", orderId);
                      order.writeOrder(json);
                    }));
  }

  void erase(Shopper shopper, long at, StableRandom random) {
    journal.track(Sender.BACK_OFFICE, shopper, at, "Customer Erased", random, Properties.NONE);
    shopper.isErasedNow();
  }

  private void track(
      Shopper shopper, long at, String event, String key, String value, StableRandom random) {
    Properties properties = json -> json.writeStringField(key, value);
    journal.track(Sender.BACK_OFFICE, shopper, at, event, random, properties);
  }
}
