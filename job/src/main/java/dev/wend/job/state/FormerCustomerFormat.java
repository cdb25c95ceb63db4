package dev.wend.job.state;

import dev.wend.job.journey.Customer;
import dev.wend.job.journey.Customer.RecordPosition;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;

/** A customer as versions 1 to 3 wrote it: every part, also where there is nothing in it, and times as they are. */
final class FormerCustomerFormat {
  private static final int WITH_PARTIAL_MATCHES = 2;
  private static final int WITH_LAST_EVENT = 3;

  private FormerCustomerFormat() {}

  /** Of older versions it is not known when the last event came, only that it was not after the last step. */
  static Customer read(int version, DataInputView in) throws IOException {
    Customer customer = new Customer(Wire.readText(in));
    customer.setProfile(ProfileFormat.read(in));
    customer.setCarriedTo(Wire.readNumber(in));
    customer.restoreCounters(
        Wire.readNumber(in), new RecordPosition(Wire.readNumber(in), Wire.readNumber(in)));
    for (long left = Wire.readNumber(in); left > 0; left--) {
      customer.taken().restore(MessageIdFormat.read(in), Wire.readNumber(in));
    }
    for (long left = Wire.readNumber(in); left > 0; left--) {
      EntriesFormat.read(0, customer, in);
    }
    customer.instances().addAll(Wire.readAll(FormerInstanceFormat::read, in));
    if (version >= WITH_PARTIAL_MATCHES) {
      PartialMatchesFormat.readAll(customer, in);
    }
    long sinceLastEvent = version >= WITH_LAST_EVENT ? Wire.readNumber(in) : 0;
    customer.setLastEvent(customer.carriedTo() - sinceLastEvent);
    return customer;
  }
}
