package dev.wend.job.generate;

import java.time.DayOfWeek;
import java.util.concurrent.TimeUnit;

/** Decides at the start of a day who comes by and whom the shop writes to. */
final class DayPlan {
  private static final double SECOND_VISIT = 0.35;
  private static final double ERASED_PER_DAY = 1.0 / 9_000;
  private static final long WIN_BACK_AFTER = TimeUnit.DAYS.toMillis(90);
  private static final long NIGHT = TimeUnit.HOURS.toMillis(3);
  private static final long WIN_BACK_HOUR = TimeUnit.HOURS.toMillis(9);
  private static final long NEWSLETTER_HOUR = TimeUnit.HOURS.toMillis(8);
  private static final int NEWSLETTER_SPREAD = (int) TimeUnit.HOURS.toMillis(4);
  private static final long FLASH_SALE_HOUR = TimeUnit.HOURS.toMillis(15);
  private static final int FLASH_SALE_SPREAD = (int) TimeUnit.MINUTES.toMillis(30);
  private static final int SPREAD = (int) TimeUnit.HOURS.toMillis(1);

  private final GeneratorSettings settings;
  private final Agenda agenda;
  private final int day;
  private final long startOfDay;
  private final DayOfWeek weekday;

  DayPlan(GeneratorSettings settings, Agenda agenda, int day) {
    this.settings = settings;
    this.agenda = agenda;
    this.day = day;
    startOfDay = settings.startOfDay(day);
    weekday = settings.start().plusDays(day).getDayOfWeek();
  }

  void plan(Shopper shopper) {
    StableRandom random = StableRandom.of(settings.seed(), shopper.number(), day);
    double visits = shopper.visitsOn(day) * Rhythm.online(weekday);
    if (random.chance(visits)) {
      add(Rhythm.onlineMoment(random), Occasion.VISIT, shopper);
      if (random.chance(SECOND_VISIT * visits)) {
        add(Rhythm.onlineMoment(random), Occasion.VISIT, shopper);
      }
    }
    if (random.chance(shopper.storeVisitsOn(day) * Rhythm.store(weekday))) {
      add(Rhythm.storeMoment(random), Occasion.STORE_VISIT, shopper);
    }
    if (shopper.isKnown()) {
      planMessages(shopper, random);
      planNight(shopper, random);
    }
  }

  private void planMessages(Shopper shopper, StableRandom random) {
    if (weekday == DayOfWeek.THURSDAY && shopper.allowsEmail()) {
      add(NEWSLETTER_HOUR + random.below(NEWSLETTER_SPREAD), Occasion.NEWSLETTER, shopper);
    }
    if (weekday == DayOfWeek.FRIDAY && shopper.allowsPush()) {
      add(FLASH_SALE_HOUR + random.below(FLASH_SALE_SPREAD), Occasion.FLASH_SALE, shopper);
    }
    long lastOrder = shopper.lastOrderAt();
    if (lastOrder > 0
        && startOfDay - lastOrder >= WIN_BACK_AFTER
        && !shopper.wasWonBackSince(lastOrder)) {
      shopper.winBackSent(startOfDay);
      add(WIN_BACK_HOUR + random.below(SPREAD), Occasion.WIN_BACK, shopper);
    }
  }

  private void planNight(Shopper shopper, StableRandom random) {
    if (BackOffice.isToBeSorted(shopper, startOfDay + NIGHT)) {
      add(NIGHT, Occasion.AUDIENCES, shopper);
    }
    if (random.chance(ERASED_PER_DAY)) {
      add(NIGHT + random.below(SPREAD), Occasion.ERASURE, shopper);
    }
  }

  private void add(long inDay, Occasion occasion, Shopper shopper) {
    agenda.add(startOfDay + inDay, occasion, shopper.number());
  }
}
