package dev.wend.job.state;

import dev.wend.job.journey.Customer;
import dev.wend.job.journey.Customer.RecordPosition;
import dev.wend.job.journey.EntryLog;
import dev.wend.job.journey.Instance;
import dev.wend.job.journey.TakenMessages;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * All that is kept of one customer, as one value: what there is nothing of is a flag, a message id that instances name is
 * written once, times are told from the last step.
 */
public final class CustomerSerializer extends VersionedSerializer<Customer> {
  /** It has no state. */
  public static final CustomerSerializer INSTANCE = new CustomerSerializer();

  private static final int COMPACT = 4;
  private static final int ID = 1;
  private static final int INSTANCES = 1 << 1;
  private static final int TAKEN = 1 << 2;
  private static final int PROFILE = 1 << 3;
  private static final int ENTRIES = 1 << 4;
  private static final int PARTIAL_MATCHES = 1 << 5;
  private static final int LAST_EVENT = 1 << 6;
  private static final int LAST_RECORD = 1 << 7;

  @Override
  protected int version() {
    return COMPACT;
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  /** Writes a customer whose id is known from elsewhere; it is read with an empty one. */
  public void serializeWithoutId(Customer customer, DataOutputView out) throws IOException {
    out.writeByte(version());
    write(customer, 0, out);
  }

  @Override
  protected void write(Customer customer, DataOutputView out) throws IOException {
    write(customer, ID, out);
  }

  private static void write(Customer customer, int id, DataOutputView out) throws IOException {
    int flags = id | flags(customer);
    out.writeByte(flags);
    if (isSet(flags, ID)) {
      Wire.writeText(customer.id(), out);
    }
    NamedMessages messages = NamedMessages.of(customer.instances());
    if (isSet(flags, INSTANCES)) {
      messages.write(out);
    }
    writeTimes(customer, flags, out);
    if (isSet(flags, INSTANCES)) {
      Wire.writeNumber(customer.instances().size(), out);
      for (Instance instance : customer.instances()) {
        InstanceFormat.write(instance, customer.carriedTo(), messages, out);
      }
    }
    if (isSet(flags, TAKEN)) {
      TakenFormat.write(customer, messages, out);
    }
    if (isSet(flags, PROFILE)) {
      ProfileFormat.write(customer.profile(), out);
    }
    if (isSet(flags, ENTRIES)) {
      Wire.writeNumber(customer.entries().size(), out);
      for (Map.Entry<String, EntryLog> entries : customer.entries().entrySet()) {
        EntriesFormat.write(entries, customer.carriedTo(), out);
      }
    }
    if (isSet(flags, PARTIAL_MATCHES)) {
      Wire.writeAll(customer.partialMatches().entrySet(), PartialMatchesFormat::write, out);
    }
  }

  @Override
  protected Customer read(int version, DataInputView in) throws IOException {
    return version < COMPACT ? FormerCustomerFormat.read(version, in) : read(in);
  }

  private static Customer read(DataInputView in) throws IOException {
    int flags = in.readUnsignedByte();
    Customer customer = new Customer(isSet(flags, ID) ? Wire.readText(in) : "");
    NamedMessages messages =
        isSet(flags, INSTANCES) ? NamedMessages.read(in) : NamedMessages.of(List.of());
    readTimes(customer, flags, in);
    if (isSet(flags, INSTANCES)) {
      for (long left = Wire.readNumber(in); left > 0; left--) {
        customer.instances().add(InstanceFormat.read(customer.carriedTo(), messages, in));
      }
    }
    if (isSet(flags, TAKEN)) {
      TakenFormat.read(customer, messages, in);
    }
    if (isSet(flags, PROFILE)) {
      customer.setProfile(ProfileFormat.read(in));
    }
    if (isSet(flags, ENTRIES)) {
      for (long left = Wire.readNumber(in); left > 0; left--) {
        EntriesFormat.read(customer.carriedTo(), customer, in);
      }
    }
    if (isSet(flags, PARTIAL_MATCHES)) {
      PartialMatchesFormat.readAll(customer, in);
    }
    return customer;
  }

  private static int flags(Customer customer) {
    TakenMessages taken = customer.taken();
    int flags = 0;
    flags |= customer.instances().isEmpty() ? 0 : INSTANCES;
    flags |= taken.isEmpty() ? 0 : TAKEN;
    flags |= customer.profile().isEmpty() ? 0 : PROFILE;
    flags |= customer.hasEntries() ? ENTRIES : 0;
    flags |= customer.hasPartialMatches() ? PARTIAL_MATCHES : 0;
    flags |= customer.lastEvent() == customer.carriedTo() ? 0 : LAST_EVENT;
    flags |= isAtBase(customer) ? 0 : LAST_RECORD;
    return flags;
  }

  private static boolean isAtBase(Customer customer) {
    RecordPosition last = customer.lastRecord();
    return last.timestamp() == customer.carriedTo() && last.position() == 0;
  }

  private static void writeTimes(Customer customer, int flags, DataOutputView out)
      throws IOException {
    long base = customer.carriedTo();
    Wire.writeNumber(base, out);
    Wire.writeNumber(customer.nextNumber(), out);
    if (isSet(flags, LAST_EVENT)) {
      Wire.writeNumber(base - customer.lastEvent(), out);
    }
    if (isSet(flags, LAST_RECORD)) {
      Wire.writeNumber(base - customer.lastRecord().timestamp(), out);
      Wire.writeNumber(customer.lastRecord().position(), out);
    }
  }

  private static void readTimes(Customer customer, int flags, DataInputView in) throws IOException {
    long base = Wire.readNumber(in);
    customer.setCarriedTo(base);
    long nextNumber = Wire.readNumber(in);
    customer.setLastEvent(isSet(flags, LAST_EVENT) ? base - Wire.readNumber(in) : base);
    customer.restoreCounters(
        nextNumber,
        isSet(flags, LAST_RECORD)
            ? new RecordPosition(base - Wire.readNumber(in), Wire.readNumber(in))
            : new RecordPosition(base, 0));
  }

  private static boolean isSet(int flags, int flag) {
    return (flags & flag) != 0;
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
