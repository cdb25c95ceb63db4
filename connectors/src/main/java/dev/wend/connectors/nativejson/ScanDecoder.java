package dev.wend.connectors.nativejson;

import dev.wend.connectors.EventTime;
import dev.wend.connectors.RecordDefaults;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.EventProperties;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Decodes the records that nearly all are, without a tree: what it decodes is what {@link TreeDecoder} makes of the record,
 * and all else it leaves to that. Stateless.
 */
final class ScanDecoder {
  private static final int MAX_MILLIS_DIGITS = 13;

  private final long latest;

  /** Accepts timestamps up to {@code latest}, epoch milliseconds. */
  ScanDecoder(long latest) {
    this.latest = latest;
  }

  /** Decodes the content of a record that has this checksum; empty where that is not sure. */
  Optional<CustomerEvent> decode(byte[] content, long checksum, RecordDefaults defaults) {
    try {
      return Optional.of(event(content, RecordScan.of(content), checksum, defaults));
    } catch (Doubt unsure) {
      return Optional.empty();
    }
  }

  private CustomerEvent event(byte[] json, RecordScan scan, long checksum, RecordDefaults defaults)
      throws Doubt {
    NativeRecord record = record(scan);
    EventProperties properties = new KeyFieldText(json, scan).properties(record);
    return new CustomerEvent(
        messageId(scan, defaults),
        customerId(scan),
        record.kind(),
        name(record.kind(), scan),
        timestamp(json, scan, defaults),
        properties,
        channel(record, scan),
        checksum);
  }

  private static NativeRecord record(RecordScan scan) throws Doubt {
    NativeRecord record =
        NativeRecord.ofType(requiredText(Field.TYPE, scan)).orElseThrow(Doubt::new);
    return record.type() == NativeRecord.Type.TRACK
        ? NativeRecord.ofTrack(requiredText(Field.EVENT, scan))
        : record;
  }

  private static String requiredText(Field field, RecordScan scan) throws Doubt {
    String text = id(field, scan);
    if (text.isEmpty()) {
      throw new Doubt();
    }
    return text;
  }

  /** Nothing and the empty text are the same. */
  private static String id(Field field, RecordScan scan) throws Doubt {
    return scan.isMissing(field) ? "" : scan.text(field);
  }

  private static String messageId(RecordScan scan, RecordDefaults defaults) throws Doubt {
    String messageId = id(Field.MESSAGE_ID, scan);
    if (!messageId.isEmpty()) {
      return messageId;
    }
    return defaults.messageId().filter(text -> !text.isEmpty()).orElseThrow(Doubt::new);
  }

  private static String customerId(RecordScan scan) throws Doubt {
    String userId = id(Field.USER_ID, scan);
    String anonymousId = id(Field.ANONYMOUS_ID, scan);
    if (userId.isEmpty() && anonymousId.isEmpty()) {
      throw new Doubt();
    }
    return userId.isEmpty() ? anonymousId : userId;
  }

  private static String name(EventKind kind, RecordScan scan) throws Doubt {
    return switch (kind) {
      case CUSTOM -> scan.text(Field.EVENT);
      case SCREEN_VIEWED ->
          id(scan.isThere(Field.SCREEN_NAME) ? Field.SCREEN_NAME : Field.NAME, scan);
      default -> "";
    };
  }

  private long timestamp(byte[] json, RecordScan scan, RecordDefaults defaults) throws Doubt {
    long timestamp;
    if (scan.isMissing(Field.TIMESTAMP)) {
      timestamp = iso(defaults.timestamp().orElseThrow(Doubt::new));
    } else if (scan.isText(Field.TIMESTAMP)) {
      timestamp = iso(scan.text(Field.TIMESTAMP));
    } else {
      timestamp = millis(json, scan.start(Field.TIMESTAMP), scan.end(Field.TIMESTAMP));
    }
    if (timestamp > latest) {
      throw new Doubt();
    }
    return timestamp;
  }

  private static long iso(String text) throws Doubt {
    OptionalLong timestamp = EventTime.ofIso(text);
    return timestamp.orElseThrow(Doubt::new);
  }

  private static long millis(byte[] json, int from, int to) throws Doubt {
    if (to - from > MAX_MILLIS_DIGITS) {
      throw new Doubt();
    }
    long millis = 0;
    for (int at = from; at < to; at++) {
      int digit = json[at] - '0';
      if (digit < 0 || digit > 9) {
        throw new Doubt();
      }
      millis = millis * 10 + digit;
    }
    return millis;
  }

  private static Channel channel(NativeRecord record, RecordScan scan) throws Doubt {
    if (!scan.isMissing(Field.CONTEXT_CHANNEL)) {
      return channel(Field.CONTEXT_CHANNEL, scan);
    }
    return record == NativeRecord.IDENTIFY || scan.isMissing(Field.CHANNEL)
        ? Channel.ONLINE
        : channel(Field.CHANNEL, scan);
  }

  private static Channel channel(Field field, RecordScan scan) throws Doubt {
    return scan.isText(field) ? Channel.ofEvent(scan.text(field)) : Channel.ONLINE;
  }
}
