package dev.wend.job.state;

import dev.wend.event.Profile;
import dev.wend.job.journey.Customer;
import dev.wend.job.journey.Customer.RecordPosition;
import dev.wend.job.journey.EntryLog;
import dev.wend.job.journey.Instance;
import dev.wend.job.journey.PartialMatches;
import dev.wend.job.journey.PartialMatches.Owner;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** All that is kept of one customer, as one value. */
public final class CustomerSerializer extends VersionedSerializer<Customer> {
  /** It has no state. */
  public static final CustomerSerializer INSTANCE = new CustomerSerializer();

  private static final int WITH_PARTIAL_MATCHES = 2;
  private static final int WITH_LAST_EVENT = 3;

  @Override
  protected int version() {
    return 3;
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  protected void write(Customer customer, DataOutputView out) throws IOException {
    Wire.writeText(customer.id(), out);
    ProfileFormat.write(customer.profile(), out);
    Wire.writeNumber(customer.carriedTo(), out);
    Wire.writeNumber(customer.nextNumber(), out);
    Wire.writeNumber(customer.lastRecord().timestamp(), out);
    Wire.writeNumber(customer.lastRecord().position(), out);
    Wire.writeAll(customer.taken().all().entrySet(), CustomerSerializer::writeTaken, out);
    Wire.writeAll(customer.entries().entrySet(), CustomerSerializer::writeEntries, out);
    Wire.writeAll(customer.instances(), InstanceFormat::write, out);
    Wire.writeAll(customer.partialMatches().entrySet(), PartialMatchesFormat::write, out);
    Wire.writeNumber(customer.carriedTo() - customer.lastEvent(), out);
  }

  /** Of older versions it is not known when the last event came, only that it was not after the last step. */
  @Override
  protected Customer read(int version, DataInputView in) throws IOException {
    Customer customer = new Customer(Wire.readText(in));
    Profile profile = ProfileFormat.read(in);
    customer.setProfile(profile);
    customer.setCarriedTo(Wire.readNumber(in));
    customer.restoreCounters(
        Wire.readNumber(in), new RecordPosition(Wire.readNumber(in), Wire.readNumber(in)));
    for (Map.Entry<String, Long> taken : Wire.readAll(CustomerSerializer::readTaken, in)) {
      customer.taken().all().put(taken.getKey(), taken.getValue());
    }
    for (Map.Entry<String, EntryLog> entries : Wire.readAll(CustomerSerializer::readEntries, in)) {
      customer.entries().put(entries.getKey(), entries.getValue());
    }
    for (Instance instance : Wire.readAll(InstanceFormat::read, in)) {
      customer.instances().add(instance);
    }
    if (version >= WITH_PARTIAL_MATCHES) {
      for (Map.Entry<Owner, PartialMatches> partial :
          Wire.readAll(PartialMatchesFormat::read, in)) {
        customer.partialMatches().put(partial.getKey(), partial.getValue());
      }
    }
    customer.setLastEvent(
        version >= WITH_LAST_EVENT
            ? customer.carriedTo() - Wire.readNumber(in)
            : customer.carriedTo());
    return customer;
  }

  private static void writeTaken(Map.Entry<String, Long> taken, DataOutputView out)
      throws IOException {
    MessageIdFormat.write(taken.getKey(), out);
    Wire.writeNumber(taken.getValue(), out);
  }

  private static Map.Entry<String, Long> readTaken(DataInputView in) throws IOException {
    return Map.entry(MessageIdFormat.read(in), Wire.readNumber(in));
  }

  private static void writeEntries(Map.Entry<String, EntryLog> entries, DataOutputView out)
      throws IOException {
    Wire.writeText(entries.getKey(), out);
    Wire.writeAll(entries.getValue().entries(), Wire::writeNumber, out);
  }

  private static Map.Entry<String, EntryLog> readEntries(DataInputView in) throws IOException {
    String scenario = Wire.readText(in);
    EntryLog log = new EntryLog();
    log.entries().addAll(Wire.readAll(Wire::readNumber, in));
    return Map.entry(scenario, log);
  }

  @Override
  public TypeSerializerSnapshot<Customer> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Customer> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
