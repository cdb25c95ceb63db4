package dev.wend.job.generate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A walk through a store: the app notices where it is, the till knows the loyalty card. */
final class StoreVisit {
  private static final double BUYS = 0.45;
  private static final double BOOKS = 0.2;
  private static final List<String> STORES =
      List.of("store-warszawa", "store-krakow", "store-berlin", "store-lisboa", "store-wien");

  private final Shop shop;
  private final Registration registration;

  StoreVisit(Shop shop, Registration registration) {
    this.shop = shop;
    this.registration = registration;
  }

  void happen(Shopper shopper, long at, StableRandom random) {
    registration.introduce(shopper, at, random);
    String store = STORES.get(shopper.number() % STORES.size());
    long stay = TimeUnit.MINUTES.toMillis(random.between(5, 45));
    beacon(shopper, at, "Location Visited", store, random);
    if (random.chance(BUYS)) {
      buy(shopper, at + stay * random.between(60, 90) / 100, store, random);
    }
    beacon(shopper, at + stay, "Location Left", store, random);
    if (random.chance(BOOKS)) {
      bookAppointment(shopper, at + stay / 2, store, random);
    }
  }

  /** Somebody of the store will have time for the customer, on the hour. */
  private void bookAppointment(Shopper shopper, long at, String store, StableRandom random) {
    String startsAt =
        Instant.ofEpochMilli(at)
            .atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .plusDays(random.between(1, 14))
            .atTime(random.between(10, 18), 0)
            .toString();
    Properties appointment =
        json -> {
          json.writeStringField("appointment_id", "t" + shopper.number() + "-" + at);
          json.writeStringField("location_id", store);
          json.writeStringField("starts_at", startsAt);
        };
    shop.journal().track(Sender.TILL, shopper, at, "Appointment Booked", random, appointment);
  }

  private void beacon(Shopper shopper, long at, String event, String store, StableRandom random) {
    if (shopper.usesApp()) {
      Properties properties = json -> json.writeStringField("location_id", store);
      shop.journal().track(Sender.BEACON, shopper, at, event, random, properties);
    }
  }

  private void buy(Shopper shopper, long at, String store, StableRandom random) {
    String orderId = shopper.nextOrderId();
    Basket basket = new Basket(shopper.nextCartId());
    int lines = 1 + (int) random.exponential(1.2);
    for (int line = 0; line < lines; line++) {
      Product product = shop.catalogue().draw(random.below(Catalogue.CATEGORIES.size()), random);
      basket.lines().add(new Basket.Line(product, random.chance(0.8) ? 1 : 2));
    }
    Properties order =
        json -> {
          json.writeStringField("order_id", orderId);
          json.writeStringField("location_id", store);
          basket.writeOrder(json);
        };
    shop.journal().track(Sender.TILL, shopper, at, "Order Completed", random, order);
    shopper.ordered(basket, at);
  }
}
