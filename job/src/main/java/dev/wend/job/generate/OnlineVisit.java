package dev.wend.job.generate;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** One visit to the site or app: home, category, product, cart, checkout, order; most end on the way. */
final class OnlineVisit {
  private static final double FILLS_IN_FORM = 0.05;
  private static final double SIGNS_UP = 0.12;
  private static final double GOES_ON = 0.58;
  private static final double ADDS_TO_CART = 0.24;
  private static final double TAKES_OUT_AGAIN = 0.08;
  private static final double CHECKS_OUT = 0.62;
  private static final double ORDERS = 0.66;
  private static final double HAS_SECOND_THOUGHTS = 0.06;
  private static final List<String> FORMS =
      List.of("style-quiz", "style-quiz", "newsletter", "back-in-stock", "contact");

  private final Shop shop;
  private final Registration registration;
  private final Shopper shopper;
  private final StableRandom random;
  private final Sender sender;
  private Basket cart;
  private long at;

  OnlineVisit(Shop shop, Registration registration, Shopper shopper, long at, StableRandom random) {
    this.shop = shop;
    this.registration = registration;
    this.shopper = shopper;
    this.random = random;
    this.at = at;
    sender = shopper.usesApp() && random.chance(0.6) ? Sender.APP : Sender.WEB;
    cart = new Basket(shopper.nextCartId());
  }

  /** Somebody comes to look around. */
  void browse() {
    registration.introduce(shopper, at, random);
    view("Home", "/");
    if (random.chance(FILLS_IN_FORM)) {
      fillInForm();
    }
    do {
      lookAtProduct();
    } while (random.chance(GOES_ON));
    if (!shopper.isRegistered() && random.chance(SIGNS_UP)) {
      signUp();
    }
    leaveOrBuy(CHECKS_OUT);
  }

  /** Somebody comes back for what was left in the cart. */
  void returnToCart() {
    shopper.abandonedBasket().ifPresent(left -> cart = left);
    view("Cart", "/cart");
    leaveOrBuy(0.8);
  }

  private void lookAtProduct() {
    int category =
        random.chance(0.5)
            ? shopper.favouriteCategory()
            : random.below(Catalogue.CATEGORIES.size());
    if (random.chance(0.45)) {
      String name = Catalogue.CATEGORIES.get(category);
      view("Category " + name, "/category/" + name);
    }
    Product product = shop.catalogue().draw(category, random);
    view("Product", product.path());
    at += 5;
    track("Product Viewed", describe(product));
    if (random.chance(ADDS_TO_CART)) {
      think();
      addToCart(product);
    }
  }

  private static Properties describe(Product product) {
    return json -> {
      json.writeStringField("product_id", product.id());
      json.writeStringField("sku", product.sku());
      json.writeStringField("name", product.name());
      json.writeStringField("category", product.category());
      json.writeNumberField("price", product.price());
    };
  }

  private void addToCart(Product product) {
    int quantity = random.chance(0.85) ? 1 : random.between(2, 4);
    Properties line =
        json -> {
          json.writeStringField("cart_id", cart.cartId());
          json.writeStringField("product_id", product.id());
          json.writeStringField("sku", product.sku());
          json.writeNumberField("price", product.price());
          json.writeNumberField("quantity", quantity);
        };
    track("Product Added", line);
    if (random.chance(TAKES_OUT_AGAIN)) {
      think();
      track("Product Removed", line);
    } else {
      cart.lines().add(new Basket.Line(product, quantity));
    }
  }

  private void fillInForm() {
    think();
    String form = FORMS.get(random.below(FORMS.size()));
    track("Form Submitted", json -> json.writeStringField("form_id", form));
    if ("style-quiz".equals(form)) {
      plan(TimeUnit.SECONDS.toMillis(30), Occasion.STYLE_GUIDE);
    }
  }

  private void signUp() {
    view("Register", "/register");
    think();
    registration.signUp(sender, shopper, at, random);
    at += 100;
  }

  private void leaveOrBuy(double checksOut) {
    if (cart.lines().isEmpty()) {
      return;
    }
    if (random.chance(checksOut)) {
      view("Checkout", "/checkout");
      if (!shopper.isRegistered() && random.chance(0.7)) {
        signUp();
      }
      if (shopper.isRegistered() && random.chance(ORDERS)) {
        order();
        return;
      }
    }
    shopper.abandons(cart);
    plan(TimeUnit.MINUTES.toMillis(61), Occasion.CART_REMINDER);
  }

  private void order() {
    think();
    String orderId = shopper.nextOrderId();
    track(
        "Order Completed",
        json -> {
          json.writeStringField("order_id", orderId);
          json.writeStringField("cart_id", cart.cartId());
          cart.writeOrder(json);
        });
    shopper.ordered(cart, at);
    view("Thank you", "/thank-you");
    if (random.chance(HAS_SECOND_THOUGHTS)) {
      plan(
          TimeUnit.HOURS.toMillis(random.chance(0.5) ? 2 : random.between(72, 240)),
          Occasion.AFTER_ORDER);
    }
  }

  private void plan(long later, Occasion occasion) {
    shop.agenda().add(at + later, occasion, shopper.number());
  }

  private void view(String name, String path) {
    think();
    shop.journal().view(sender, shopper, at, name, path, random);
  }

  private void track(String event, Properties properties) {
    shop.journal().track(sender, shopper, at, event, random, properties);
  }

  private void think() {
    at += 900 + (long) random.exponential(24_000);
  }
}
