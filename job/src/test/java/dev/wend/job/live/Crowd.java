package dev.wend.job.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** One customer who never rests, in disorder; others with duplicates, echoes and cascades; and what is as large as a topic takes. */
final class Crowd {
  static final int OTHERS = 100;
  static final int LATE = 7;

  /** What no mail can hold, as it does not get smaller by compression. */
  static final String NOISE = noise();

  private static final int HOT_EVENTS = 100_000;
  private static final int HOT_INTERVAL = 10;
  private static final int DISORDER = 4_900 / HOT_INTERVAL;
  private static final int VIEWS = 10;
  private static final int FORMS = 10;
  private static final int VIEW_INTERVAL = 900;
  private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
  private static final long END = START + HOT_EVENTS * HOT_INTERVAL + 3_600_000;

  private Crowd() {}

  /** One customer's, in partition 0, none further behind than 4.9 seconds. */
  static List<History.Entry> hot() {
    List<History.Entry> events = new ArrayList<>();
    for (int event = 0; event < HOT_EVENTS; event++) {
      events.add(view(0, "hot-" + event, "hot", START + (long) event * HOT_INTERVAL, "t"));
    }
    Random random = new Random(1);
    for (int from = 0; from < HOT_EVENTS; from += DISORDER) {
      Collections.shuffle(events.subList(from, Math.min(from + DISORDER, HOT_EVENTS)), random);
    }
    return events;
  }

  /** Of many customers in order, in partition 1. */
  static List<History.Entry> others() {
    List<History.Entry> events = new ArrayList<>();
    events.add(view(1, "large", "large", START, "text ".repeat(200_000)));
    events.add(view(1, "noise", "noise", START, NOISE));
    for (int number = 0; number < VIEWS * OTHERS; number++) {
      long at = START + (long) number * VIEW_INTERVAL;
      String customer = "c" + number % OTHERS;
      events.add(view(1, "v" + number, customer, at, "t"));
      if (number < FORMS) {
        events.add(track(1, "Form Submitted", "f" + number, customer, at, "\"form_id\": \"f\""));
      }
      if (number < OTHERS) {
        events.add(view(1, "v" + number, customer, at, "t"));
        events.add(track(1, "Tag Added", "t" + number, customer, at, "\"tag\": \"x\""));
        events.add(track(1, "Order Completed", "o" + number, customer, at, "\"total\": 1"));
        String echo = "\"action_id\": \"self-" + number + "\"";
        events.add(track(1, "Product Viewed", "e" + number, customer, at, echo));
      }
    }
    return events;
  }

  /** What concerns no scenario and carries everybody an hour on, one in each partition. */
  static List<History.Entry> ends() {
    return IntStream.range(0, 2)
        .mapToObj(
            partition ->
                track(partition, "Order Completed", "end-" + partition, "end", END, "\"total\": 1"))
        .toList();
  }

  /** What comes too late after {@link #ends}. */
  static List<History.Entry> late() {
    return IntStream.range(0, LATE)
        .mapToObj(number -> view(0, "late-" + number, "c" + number, START + number, "t"))
        .toList();
  }

  /** An event that is larger than a topic takes. */
  static String oversize() {
    return view(1, "m", "a", START, "x".repeat(1 << 20)).record();
  }

  private static String noise() {
    byte[] noise = new byte[786_150];
    new Random(1).nextBytes(noise);
    return Base64.getEncoder().encodeToString(noise);
  }

  private static History.Entry view(
      int partition, String messageId, String customerId, long timestamp, String text) {
    return track(
        partition,
        "Product Viewed",
        messageId,
        customerId,
        timestamp,
        "\"text\": \"" + text + "\"");
  }

  private static History.Entry track(
      int partition,
      String event,
      String messageId,
      String customerId,
      long timestamp,
      String properties) {
    return History.Entry.of(
        partition,
        """
        { "type": "track", "event": "%s", "messageId": "%s", "userId": "%s", "timestamp": %d, "properties": { %s } }"""
            .formatted(event, messageId, customerId, timestamp, properties));
  }
}
