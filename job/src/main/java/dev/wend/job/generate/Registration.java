package dev.wend.job.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How the shop gets to know a customer: traits, consents, a first audience. */
final class Registration {
  private static final double EMAIL = 0.75;
  private static final double SMS = 0.35;
  private static final double PUSH = 0.7;
  private static final LocalDate EARLIEST_BIRTHDAY = LocalDate.of(1950, 1, 1);
  private static final int BIRTHDAYS = 20_000;
  private static final List<String> FIRST_NAMES =
      List.of("Ada", "Łukasz", "Zoë", "Björn", "Maria", "Paweł", "Inês", "Tom", "Elif", "Noor");
  private static final List<String> CITIES =
      List.of("Warszawa", "Kraków", "Berlin", "Köln", "Lisboa", "Praha", "Wien", "Malmö");

  private final Shop shop;

  Registration(Shop shop) {
    this.shop = shop;
  }

  /** Tells once of a customer whom the shop knew before the first day. */
  void introduce(Shopper shopper, long at, StableRandom random) {
    if (shopper.isToBeIntroduced()) {
      tell(Sender.BACK_OFFICE, shopper, at, random);
    }
  }

  /** A visitor opens an account; the welcome mail follows. */
  void signUp(Sender sender, Shopper shopper, long at, StableRandom random) {
    long told = tell(sender, shopper, at, random);
    shop.journal().track(sender, shopper, told + 40, "Signed Up", random, Properties.NONE);
    backOffice(shopper, told + 900, "Tag Added", "tag", "newcomer", random);
    shop.agenda()
        .add(
            told + TimeUnit.SECONDS.toMillis(random.between(10, 50)),
            Occasion.WELCOME,
            shopper.number());
  }

  private long tell(Sender sender, Shopper shopper, long at, StableRandom random) {
    shopper.becomesKnown();
    String firstName = FIRST_NAMES.get(random.below(FIRST_NAMES.size()));
    String city = CITIES.get(random.below(CITIES.size()));
    String birthday = EARLIEST_BIRTHDAY.plusDays(random.below(BIRTHDAYS)).toString();
    Properties traits =
        json -> {
          json.writeStringField("email", shopper.userId() + "@mail.example");
          json.writeStringField("first_name", firstName);
          json.writeStringField("city", city);
          json.writeStringField("birthday", birthday);
        };
    shop.journal().identify(sender, shopper, at, random, traits);
    boolean email = random.chance(EMAIL);
    boolean sms = random.chance(SMS);
    boolean push = shopper.usesApp() && random.chance(PUSH);
    shopper.consents(email, push);
    consent(sender, shopper, at + 10, "email", email, random);
    consent(sender, shopper, at + 20, "sms", sms, random);
    consent(sender, shopper, at + 30, "push", push, random);
    if (shopper.isWoman()) {
      backOffice(shopper, at + 2_000, "Audience Entered", "audience_key", "women", random);
    }
    return at + 30;
  }

  private void consent(
      Sender sender, Shopper shopper, long at, String consent, boolean given, StableRandom random) {
    if (given) {
      Properties properties = json -> json.writeStringField("consent", consent);
      shop.journal().track(sender, shopper, at, "Consent Given", random, properties);
    }
  }

  private void backOffice(
      Shopper shopper, long at, String event, String key, String value, StableRandom random) {
    Properties properties = json -> json.writeStringField(key, value);
    shop.journal().track(Sender.BACK_OFFICE, shopper, at, event, random, properties);
  }
}
