package dev.wend.job.generate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Generates the history of a shop, hour by hour: what is planned happens, then what has arrived is written. Memory
 * grows with the customers, not with the events.
 */
public final class Clickstream {
  private static final int HOURS_PER_DAY = 24;

  private final GeneratorSettings settings;
  private final Arrivals arrivals = new Arrivals();
  private final Agenda agenda = new Agenda();
  private final Journal journal;
  private final Scenes scenes;
  private final DirtyRecords dirtyRecords;
  private final List<Shopper> shoppers;
  private long lines;

  private Clickstream(GeneratorSettings settings) {
    this.settings = settings;
    journal = new Journal(arrivals, settings.endMillis());
    scenes = new Scenes(new Shop(journal, agenda, new Catalogue()));
    dirtyRecords = new DirtyRecords(settings.seed());
    shoppers = new ArrayList<>(settings.customers());
    for (int number = 0; number < settings.customers(); number++) {
      shoppers.add(new Shopper(settings, number));
    }
  }

  /**
   * Writes all days.
   *
   * @param dayDone told after each day how many are done
   */
  public static GenerationSummary write(
      GeneratorSettings settings, DayFiles files, IntConsumer dayDone) throws IOException {
    Clickstream clickstream = new Clickstream(settings);
    for (int day = 0; day < settings.days(); day++) {
      clickstream.writeDay(day, files);
      dayDone.accept(day + 1);
    }
    return clickstream.summary();
  }

  private void writeDay(int day, DayFiles files) throws IOException {
    files.begin(settings.start().plusDays(day));
    DayPlan plan = new DayPlan(settings, agenda, day);
    for (Shopper shopper : shoppers) {
      plan.plan(shopper);
    }
    long firstHour = TimeUnit.MILLISECONDS.toHours(settings.startOfDay(day));
    for (long hour = firstHour; hour < firstHour + HOURS_PER_DAY; hour++) {
      agenda.take(
          hour, (occasion, customer, at) -> scenes.play(occasion, shoppers.get(customer), at));
      writeHour(hour, files);
    }
  }

  private void writeHour(long hour, DayFiles files) throws IOException {
    long middle = TimeUnit.HOURS.toMillis(hour) + TimeUnit.MINUTES.toMillis(30);
    arrivals.take(
        hour,
        (bytes, offset, length) -> {
          files.write(bytes, offset, length);
          lines++;
          if (lines % DirtyRecords.ONE_IN == DirtyRecords.ONE_IN / 2) {
            dirtyRecords.write(middle, files::write);
            lines++;
          }
        });
  }

  private GenerationSummary summary() {
    return new GenerationSummary(
        lines, journal.duplicates(), dirtyRecords.written(), journal.counts());
  }
}
