package dev.wend.job.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.connectors.DeadLetter;
import dev.wend.event.Json;
import dev.wend.event.OutputRecord;
import dev.wend.event.Utf8Order;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * A record as it stands in an output file, and its place there (SEMANTICS.md section 6).
 *
 * @param timestamp epoch milliseconds
 * @param subject the customer, or the file of a dead letter
 * @param position within the subject's records of that timestamp
 * @param json the record, UTF-8, without a line end
 */
public record SortedRecord(long timestamp, String subject, long position, byte[] json) {
  /** The order of output files; the records themselves come last, for files of one name in several directories. */
  public static final Comparator<SortedRecord> ORDER =
      Comparator.comparingLong(SortedRecord::timestamp)
          .thenComparing(SortedRecord::subject, Utf8Order.INSTANCE)
          .thenComparingLong(SortedRecord::position)
          .thenComparing(SortedRecord::json, Arrays::compareUnsigned);

  /** By (timestamp, customer, position in the customer's timeline). */
  public static SortedRecord of(OutputRecord written) {
    ObjectNode json = written.toJson();
    return new SortedRecord(
        written.timestamp(), written.customerId(), written.position(), Json.bytes(json));
  }

  /** By (file, line). */
  public static SortedRecord of(DeadLetter letter) {
    return new SortedRecord(0, letter.source(), letter.position(), Json.bytes(letter.toJson()));
  }

  /** About how many bytes it takes in memory. */
  long weight() {
    return json.length + 2L * subject.length() + 64;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(timestamp);
    byte[] text = subject.getBytes(StandardCharsets.UTF_8);
    out.writeInt(text.length);
    out.write(text);
    out.writeLong(position);
    out.writeInt(json.length);
    out.write(json);
  }

  /** The next record; empty at the end. */
  static Optional<SortedRecord> read(DataInputStream in) throws IOException {
    long timestamp;
    try {
      timestamp = in.readLong();
    } catch (EOFException end) {
      return Optional.empty();
    }
    String subject = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    return Optional.of(
        new SortedRecord(timestamp, subject, in.readLong(), in.readNBytes(in.readInt())));
  }
}
