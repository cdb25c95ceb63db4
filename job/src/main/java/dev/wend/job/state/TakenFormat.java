package dev.wend.job.state;

import dev.wend.job.journey.Customer;
import dev.wend.job.journey.TakenMessages.Taken;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The taken message ids inside a customer; of one that an instance names its place there is written. */
final class TakenFormat {
  private TakenFormat() {}

  static void write(Customer customer, NamedMessages messages, DataOutputView out)
      throws IOException {
    Wire.writeNumber(customer.taken().all().size(), out);
    for (Taken taken : customer.taken().all()) {
      int place = messages.placeOf(taken.messageId());
      Wire.writeNumber(place, out);
      if (place < 0) {
        MessageIdFormat.write(taken.messageId(), out);
      }
      Wire.writeNumber(customer.carriedTo() - taken.timestamp(), out);
    }
  }

  static void read(Customer customer, NamedMessages messages, DataInputView in) throws IOException {
    for (long left = Wire.readNumber(in); left > 0; left--) {
      long place = Wire.readNumber(in);
      customer
          .taken()
          .restore(
              place < 0 ? MessageIdFormat.read(in) : messages.at(place),
              customer.carriedTo() - Wire.readNumber(in));
    }
  }
}
