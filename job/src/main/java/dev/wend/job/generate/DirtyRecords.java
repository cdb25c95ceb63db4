package dev.wend.job.generate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Records with which no journey can do anything, as every clickstream has some. */
final class DirtyRecords {
  /** One of so many records is followed by a dirty one. */
  static final int ONE_IN = 400;

  private static final List<Defect> DEFECTS = List.of(Defect.values());
  private static final int YEARS_AHEAD = 80;

  private final RecordText text = new RecordText();
  private final long seed;
  private long written;

  /** What is wrong with a record. */
  enum Defect {
    CUT_OFF,
    NO_CUSTOMER,
    NO_TIMESTAMP,
    LOCAL_TIMESTAMP,
    FUTURE_TIMESTAMP,
    UNKNOWN_TYPE,
    NO_EVENT_NAME,
    NUMERIC_CUSTOMER
  }

  DirtyRecords(long seed) {
    this.seed = seed;
  }

  long written() {
    return written;
  }

  /** Writes the next one; each defect has its turn. */
  void write(long at, Arrivals.Sink sink) throws IOException {
    Defect defect = DEFECTS.get((int) (written % DEFECTS.size()));
    StableRandom random = StableRandom.of(seed, -3, written);
    text.write(json -> members(json, defect, at, random));
    int length = defect == Defect.CUT_OFF ? text.length() * 3 / 5 : text.length();
    sink.write(text.bytes(), 0, length);
    written++;
  }

  private static void members(JsonGenerator json, Defect defect, long at, StableRandom random)
      throws IOException {
    json.writeStringField("type", defect == Defect.UNKNOWN_TYPE ? "heartbeat" : "track");
    if (defect != Defect.NO_EVENT_NAME) {
      json.writeStringField("event", "Product Viewed");
    }
    json.writeStringField("messageId", Journal.messageId(random));
    if (defect == Defect.NUMERIC_CUSTOMER) {
      json.writeNumberField("userId", random.below(1_000_000));
    } else if (defect != Defect.NO_CUSTOMER) {
      json.writeStringField("anonymousId", "a-" + Long.toHexString(random.nextLong()));
    }
    if (defect != Defect.NO_TIMESTAMP) {
      json.writeStringField("timestamp", timestamp(defect, at));
    }
    json.writeObjectFieldStart("properties");
    json.writeStringField("product_id", "p" + (1001 + random.below(400)));
    json.writeEndObject();
  }

  private static String timestamp(Defect defect, long at) {
    return switch (defect) {
      case LOCAL_TIMESTAMP -> Timestamps.local(at);
      case FUTURE_TIMESTAMP -> Timestamps.utc(at + TimeUnit.DAYS.toMillis(365L * YEARS_AHEAD));
      default -> Timestamps.utc(at);
    };
  }
}
