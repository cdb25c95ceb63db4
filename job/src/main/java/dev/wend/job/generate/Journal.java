package dev.wend.job.generate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Writes what customers do as native records, and sends them off; a few are sent twice. */
final class Journal {
  private static final double SENT_TWICE = 0.003;
  private static final int RESENT_WITHIN_MILLIS = 30_000;

  private final Arrivals arrivals;
  private final long end;
  private final RecordText text = new RecordText();
  private final SortedMap<String, Long> counts = new TreeMap<>();
  private long duplicates;

  /**
   * @param end what arrives from then on is not recorded
   */
  Journal(Arrivals arrivals, long end) {
    this.arrivals = arrivals;
    this.end = end;
  }

  /** How many records of each name were sent, without those sent again. */
  SortedMap<String, Long> counts() {
    return counts;
  }

  long duplicates() {
    return duplicates;
  }

  /** A {@code track} call. */
  void track(
      Sender sender,
      Shopper shopper,
      long at,
      String event,
      StableRandom random,
      Properties properties) {
    send(sender, shopper, at, new Call("track", event, "properties", event), random, properties);
  }

  /** A {@code page} or, in the app, a {@code screen} call. */
  void view(
      Sender sender, Shopper shopper, long at, String name, String path, StableRandom random) {
    if (sender == Sender.APP) {
      Properties properties = json -> json.writeStringField("name", name);
      send(sender, shopper, at, new Call("screen", "", "properties", "screen"), random, properties);
    } else {
      Properties properties =
          json -> {
            json.writeStringField("url", "https://shop.example" + path);
            json.writeStringField("path", path);
            json.writeStringField("title", name);
          };
      send(sender, shopper, at, new Call("page", "", "properties", "page"), random, properties);
    }
  }

  void identify(Sender sender, Shopper shopper, long at, StableRandom random, Properties traits) {
    send(sender, shopper, at, new Call("identify", "", "traits", "identify"), random, traits);
  }

  private record Call(String type, String event, String body, String counted) {}

  private void send(
      Sender sender, Shopper shopper, long at, Call call, StableRandom random, Properties body) {
    text.write(json -> members(json, sender, shopper, at, call, random, body));
    long arrival = at + sender.delay(random);
    boolean twice = random.chance(SENT_TWICE);
    if (arrival < end) {
      arrivals.add(arrival, text.bytes(), text.length());
      counts.merge(call.counted(), 1L, Long::sum);
    }
    if (twice) {
      long again = arrival + 1 + random.below(RESENT_WITHIN_MILLIS);
      if (again < end) {
        arrivals.add(again, text.bytes(), text.length());
        duplicates++;
      }
    }
  }

  private static void members(
      JsonGenerator json,
      Sender sender,
      Shopper shopper,
      long at,
      Call call,
      StableRandom random,
      Properties body)
      throws IOException {
    json.writeStringField("type", call.type());
    if (!call.event().isEmpty()) {
      json.writeStringField("event", call.event());
    }
    json.writeStringField("messageId", messageId(random));
    if (shopper.isRegistered()) {
      json.writeStringField("userId", shopper.userId());
    }
    if (sender.knowsDevice()) {
      json.writeStringField("anonymousId", shopper.anonymousId());
    }
    json.writeFieldName("timestamp");
    sender.writeTime(at, json);
    json.writeObjectFieldStart(call.body());
    body.write(json);
    json.writeEndObject();
    if (sender.isOffline()) {
      json.writeObjectFieldStart("context");
      json.writeStringField("channel", "offline");
      json.writeEndObject();
    }
  }

  /** A random UUID (version 4). */
  static String messageId(StableRandom random) {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }
}
