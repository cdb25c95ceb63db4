package dev.wend.job.state;

import dev.wend.job.journey.Customer;
import dev.wend.job.journey.EntryLog;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** When a customer entered a scenario, inside the customer. */
final class EntriesFormat {
  private EntriesFormat() {}

  /**
   * Writes the entries of one scenario.
   *
   * @param base the time that they are told from, epoch milliseconds
   */
  static void write(Map.Entry<String, EntryLog> entries, long base, DataOutputView out)
      throws IOException {
    Wire.writeText(entries.getKey(), out);
    Wire.writeNumber(entries.getValue().entries().size(), out);
    for (long timestamp : entries.getValue().entries()) {
      Wire.writeNumber(timestamp - base, out);
    }
  }

  /** See {@link #write}. */
  static void read(long base, Customer customer, DataInputView in) throws IOException {
    EntryLog log = new EntryLog();
    customer.entries().put(Wire.readText(in), log);
    for (long left = Wire.readNumber(in); left > 0; left--) {
      log.entries().addLast(base + Wire.readNumber(in));
    }
  }
}
