package dev.wend.job.generate;

import java.util.Optional;

/** One customer: a nature that is drawn once, and what happened so far. */
final class Shopper {
  private static final double MEAN_VISITS_PER_DAY = 0.085;
  private static final double MOST_VISITS_PER_DAY = 0.9;
  private static final double SLEEPER = 0.04;

  private final int number;
  private final long seed;
  private final double visitsPerDay;
  private final double storeVisitsPerDay;
  private final int joinsOn;
  private final int lapsesOn;
  private final int favourite;
  private final boolean woman;
  private final boolean usesApp;

  private Standing standing;
  private boolean emailConsent;
  private boolean pushConsent;
  private boolean vip;
  private boolean loyal;
  private int visits;
  private int orders;
  private long spentCents;
  private long lastOrderAt;
  private long lastWinBackAt;
  private Optional<Basket> abandoned = Optional.empty();
  private Optional<Basket> lastOrder = Optional.empty();

  /** What the shop knows of a customer. */
  private enum Standing {
    ANONYMOUS,
    REGISTERED_BEFORE,
    KNOWN,
    ERASED
  }

  Shopper(GeneratorSettings settings, int number) {
    StableRandom random = StableRandom.of(settings.seed(), number, -1);
    this.number = number;
    this.seed = settings.seed();
    visitsPerDay = Math.min(MOST_VISITS_PER_DAY, random.exponential(MEAN_VISITS_PER_DAY));
    storeVisitsPerDay = random.chance(0.5) ? random.exponential(0.06) : 0;
    boolean fromTheStart = random.chance(0.6);
    joinsOn = fromTheStart ? 0 : random.below(settings.days());
    lapsesOn = random.chance(0.35) ? joinsOn + (int) random.exponential(30) : Integer.MAX_VALUE;
    favourite = random.below(Catalogue.CATEGORIES.size());
    woman = random.chance(0.55);
    usesApp = random.chance(0.3);
    standing = fromTheStart && random.chance(0.8) ? Standing.REGISTERED_BEFORE : Standing.ANONYMOUS;
  }

  /** The numbers of one occasion. */
  StableRandom random(long at, Occasion occasion) {
    return StableRandom.of(seed, number, (at << Occasion.CODE_BITS) | occasion.code());
  }

  int number() {
    return number;
  }

  String userId() {
    return "c" + (1_000_000 + number);
  }

  String anonymousId() {
    return "a-" + Long.toHexString(StableRandom.of(seed, number, -2).nextLong());
  }

  /** Expected visits to the site on an average day. */
  double visitsOn(int day) {
    return eagerness(day) * visitsPerDay;
  }

  /** Expected visits to a store on an average day. */
  double storeVisitsOn(int day) {
    return isRegistered() ? eagerness(day) * storeVisitsPerDay : 0;
  }

  private double eagerness(int day) {
    if (day < joinsOn || standing == Standing.ERASED) {
      return 0;
    }
    return day < lapsesOn ? 1 : SLEEPER;
  }

  int favouriteCategory() {
    return favourite;
  }

  boolean isWoman() {
    return woman;
  }

  boolean usesApp() {
    return usesApp;
  }

  boolean isRegistered() {
    return standing != Standing.ANONYMOUS;
  }

  /** Whether the shop knew the customer before the first day and no event has told so yet. */
  boolean isToBeIntroduced() {
    return standing == Standing.REGISTERED_BEFORE;
  }

  void becomesKnown() {
    standing = Standing.KNOWN;
  }

  boolean isKnown() {
    return standing == Standing.KNOWN;
  }

  boolean isErased() {
    return standing == Standing.ERASED;
  }

  void isErasedNow() {
    standing = Standing.ERASED;
    emailConsent = false;
    pushConsent = false;
    abandoned = Optional.empty();
    lastOrder = Optional.empty();
  }

  boolean allowsEmail() {
    return emailConsent;
  }

  boolean allowsPush() {
    return pushConsent;
  }

  void consents(boolean email, boolean push) {
    emailConsent = email;
    pushConsent = push;
  }

  void withdrawsEmail() {
    emailConsent = false;
  }

  String nextCartId() {
    visits++;
    return "k" + number + "-" + visits;
  }

  String nextOrderId() {
    return "o" + number + "-" + (orders + 1);
  }

  String lastOrderId() {
    return "o" + number + "-" + orders;
  }

  void ordered(Basket basket, long at) {
    orders++;
    spentCents += basket.total().movePointRight(2).longValueExact();
    lastOrderAt = at;
    lastOrder = Optional.of(basket);
    abandoned = Optional.empty();
  }

  void abandons(Basket basket) {
    abandoned = Optional.of(basket);
  }

  Optional<Basket> abandonedBasket() {
    return abandoned;
  }

  /** Takes the last order, of which there is news only once. */
  Optional<Basket> takeLastOrder() {
    Optional<Basket> order = lastOrder;
    lastOrder = Optional.empty();
    return order;
  }

  int orders() {
    return orders;
  }

  long spentCents() {
    return spentCents;
  }

  /** Milliseconds; 0 for never. */
  long lastOrderAt() {
    return lastOrderAt;
  }

  boolean isVip() {
    return vip;
  }

  void setVip(boolean now) {
    vip = now;
  }

  boolean isLoyal() {
    return loyal;
  }

  void becomesLoyal() {
    loyal = true;
  }

  /** Whether the last order was not asked about yet. */
  boolean wasWonBackSince(long order) {
    return lastWinBackAt > order;
  }

  void winBackSent(long at) {
    lastWinBackAt = at;
  }
}
