package dev.wend.job.generate;

import java.util.concurrent.TimeUnit;

/** Plays out an entry of the agenda. */
final class Scenes {
  private static final String FLASH_SALE = "flash-sale";
  private static final long PICKS_AFTER = TimeUnit.DAYS.toMillis(3);

  private final Shop shop;
  private final Registration registration;
  private final StoreVisit storeVisit;
  private final Mailing mailing;
  private final Pushing pushing;
  private final BackOffice backOffice;

  Scenes(Shop shop) {
    this.shop = shop;
    registration = new Registration(shop);
    storeVisit = new StoreVisit(shop, registration);
    mailing = new Mailing(shop);
    pushing = new Pushing(shop);
    backOffice = new BackOffice(shop.journal());
  }

  void play(Occasion occasion, Shopper shopper, long at) {
    if (shopper.isErased()) {
      return;
    }
    StableRandom random = shopper.random(at, occasion);
    switch (occasion) {
      case AUDIENCES -> backOffice.sortIntoAudiences(shopper, at, random);
      case ERASURE -> backOffice.erase(shopper, at, random);
      case VISIT, MAIL_VISIT, PUSH_VISIT -> visit(shopper, at, random).browse();
      case CART_VISIT -> visit(shopper, at, random).returnToCart();
      case STORE_VISIT -> storeVisit.happen(shopper, at, random);
      case WELCOME -> mailing.send(Campaign.WELCOME, shopper, at, random);
      case WELCOME_OFFER -> mailing.send(Campaign.WELCOME_OFFER, shopper, at, random);
      case WELCOME_REMINDER -> mailing.send(Campaign.WELCOME_REMINDER, shopper, at, random);
      case STYLE_GUIDE -> nurture(shopper, at, random);
      case STYLE_PICKS -> mailing.send(Campaign.STYLE_PICKS, shopper, at, random);
      case CART_REMINDER -> remind(shopper, at, random);
      case WIN_BACK -> mailing.send(Campaign.WIN_BACK, shopper, at, random);
      case NEWSLETTER -> mailing.send(Campaign.NEWSLETTER, shopper, at, random);
      case FLASH_SALE -> pushing.send(FLASH_SALE, shopper, at, random);
      case AFTER_ORDER -> backOffice.undoLastOrder(shopper, at, random);
    }
  }

  private OnlineVisit visit(Shopper shopper, long at, StableRandom random) {
    return new OnlineVisit(shop, registration, shopper, at, random);
  }

  private void nurture(Shopper shopper, long at, StableRandom random) {
    mailing.send(Campaign.STYLE_GUIDE, shopper, at, random);
    shop.agenda().add(at + PICKS_AFTER, Occasion.STYLE_PICKS, shopper.number());
  }

  private void remind(Shopper shopper, long at, StableRandom random) {
    if (shopper.abandonedBasket().isPresent()) {
      mailing.send(Campaign.CART_REMINDER, shopper, at, random);
    }
  }
}
