package dev.wend.job.operator;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.UnreadablePathException;
import dev.wend.connectors.history.HistoryReader;
import dev.wend.connectors.history.HistorySink;
import dev.wend.connectors.mapping.GroupedLine;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Events to run through the operator. */
final class Histories {
  private static final long BEGIN = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
  private static final long STEP = Duration.ofMinutes(10).toMillis();
  private static final EventKind[] KINDS = {
    EventKind.PRODUCT_ADDED_TO_CART,
    EventKind.PRODUCT_ADDED_TO_CART,
    EventKind.PRODUCT_REMOVED_FROM_CART,
    EventKind.PRODUCT_VIEWED,
    EventKind.PRODUCT_VIEWED,
    EventKind.EMAIL_OPENED,
    EventKind.EMAIL_CLICKED,
    EventKind.PAGE_VISITED,
    EventKind.ORDER_COMPLETED,
    EventKind.CONSENT_GIVEN,
    EventKind.CONSENT_GIVEN,
    EventKind.CONSENT_WITHDRAWN,
    EventKind.SEGMENT_ENTERED,
    EventKind.SEGMENT_LEFT,
    EventKind.PROFILE_UPDATED,
    EventKind.CUSTOMER_ERASED
  };

  private Histories() {}

  /** The valid events of the bundled sample, in the order of its files. */
  static List<CustomerEvent> sample() throws UnreadablePathException {
    List<CustomerEvent> events = new ArrayList<>();
    HistoryReader reader =
        new HistoryReader(
            new DecoderSettings(
                Instant.parse("2027-01-01T00:00:00Z"), DecoderSettings.DEFAULT_FUTURE_TOLERANCE));
    reader
        .find(List.of(Path.of("../conf/sample")))
        .forEach(file -> reader.read(file, new Collector(events)));
    return events;
  }

  /**
   * Events a multiple of ten minutes apart, a millisecond before or after it, or at the very same time, among them copies
   * and different records with one message id: whatever the scenarios in {@code operator/} wait for ends at such a time.
   */
  static List<CustomerEvent> nasty(long seed, int customers, int events) {
    Random random = new Random(seed);
    List<CustomerEvent> history = new ArrayList<>();
    for (int index = 0; index < events; index++) {
      if (!history.isEmpty() && random.nextInt(10) == 0) {
        history.add(copy(history.get(random.nextInt(history.size())), random));
      } else {
        history.add(event("m" + random.nextInt(10_000), customers, random));
      }
    }
    return history;
  }

  private static CustomerEvent event(String messageId, int customers, Random random) {
    EventKind kind = KINDS[random.nextInt(KINDS.length)];
    var properties = Json.object();
    switch (kind) {
      case CONSENT_GIVEN, CONSENT_WITHDRAWN -> properties.put("consent", "email");
      case EMAIL_OPENED -> properties.put("campaign_id", "basket");
      case SEGMENT_ENTERED, SEGMENT_LEFT -> properties.put("audience_key", "vip");
      case PROFILE_UPDATED -> properties.put("birthday", "03-01");
      case PAGE_VISITED -> properties.put("path", "/");
      default -> properties.put("key", random.nextInt(2));
    }
    return new CustomerEvent(
        messageId,
        "c" + random.nextInt(customers),
        kind,
        "",
        BEGIN + random.nextInt(12) * STEP + random.nextInt(3) - 1,
        properties,
        random.nextBoolean() ? Channel.ONLINE : Channel.OFFLINE,
        random.nextInt(1 << 30));
  }

  /** The same record again, a different one at the same time, or the message id an hour later, where it is free again. */
  private static CustomerEvent copy(CustomerEvent of, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> of;
      case 1 -> changed(of, of.timestamp(), random.nextInt(1 << 30));
      case 2 -> changed(of, of.timestamp() + 6 * STEP - random.nextInt(2), of.checksum());
      default -> changed(of, of.timestamp() + STEP, of.checksum());
    };
  }

  private static CustomerEvent changed(CustomerEvent of, long timestamp, long checksum) {
    var properties = of.properties().deepCopy().put("copy", checksum);
    return new CustomerEvent(
        of.messageId(),
        of.customerId(),
        of.kind(),
        of.name(),
        timestamp,
        properties,
        of.channel(),
        checksum);
  }

  /** By time, those of one time in any order. */
  static List<CustomerEvent> byTime(List<CustomerEvent> events) {
    return events.stream().sorted(Comparator.comparingLong(CustomerEvent::timestamp)).toList();
  }

  /** The last of them all. */
  static long end(List<CustomerEvent> events) {
    return events.stream().mapToLong(CustomerEvent::timestamp).max().orElseThrow();
  }

  private record Collector(List<CustomerEvent> events) implements HistorySink {
    @Override
    public void event(CustomerEvent event) {
      events.add(event);
    }

    @Override
    public void line(GroupedLine line) {
      throw new AssertionError("native records are no parts of others: " + line);
    }

    @Override
    public void deadLetter(DeadLetter deadLetter) {}

    @Override
    public void progress(long fileBytesRead) {}
  }
}
