package dev.wend.job.operator;

import dev.wend.job.journey.Customer;
import dev.wend.job.journey.Instance;
import dev.wend.job.state.CustomerSerializer;
import dev.wend.job.state.VersionedSerializer;
import dev.wend.job.state.Wire;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A customer and the timer that stands for the next moment at which something is due without an event.
 *
 * @param timer epoch milliseconds; {@link Instance#NEVER} where none is set
 * @param deployed the number of the last change of the running scenarios that it has taken
 */
record CustomerState(Customer customer, long timer, long deployed) implements KeptCustomer {
  /** The flag, in the first byte, of one for whom a timer is set. */
  static final int TIMER = 1;

  private static final int DEPLOYED = 1 << 1;

  /** The state in which it is kept by customer. */
  static final String NAME = "customer";

  static CustomerState of(String customerId) {
    return new CustomerState(new Customer(customerId), Instance.NEVER, 0);
  }

  CustomerState withTimer(long set) {
    return set == timer ? this : new CustomerState(customer, set, deployed);
  }

  /** Having taken all changes up to that of {@code number}. */
  CustomerState withDeployed(long number) {
    return number == deployed ? this : new CustomerState(customer, timer, number);
  }

  /** What was kept under {@code customerId}, of whom the value itself does not know. */
  CustomerState ofKey(String customerId) {
    customer.setId(customerId);
    return this;
  }

  @Override
  public CustomerState decoded() {
    return this;
  }

  @Override
  public void write(DataOutputView out) throws IOException {
    writeHead(out);
    if (timer != Instance.NEVER) {
      Wire.writeNumber(timer - customer.carriedTo(), out);
    }
    writeTail(out);
  }

  /** Writes what comes before the timer. */
  void writeHead(DataOutputView out) throws IOException {
    out.writeByte((timer == Instance.NEVER ? 0 : TIMER) | (deployed == 0 ? 0 : DEPLOYED));
    CustomerSerializer.INSTANCE.serializeWithoutId(customer, out);
  }

  /** Writes what comes behind the timer. */
  void writeTail(DataOutputView out) throws IOException {
    if (deployed != 0) {
      Wire.writeNumber(deployed, out);
    }
  }

  /** Reads what {@link #write} has written. */
  static CustomerState read(DataInputView in) throws IOException {
    int flags = in.readUnsignedByte();
    Customer customer = CustomerSerializer.INSTANCE.deserialize(in);
    return new CustomerState(
        customer,
        (flags & TIMER) == 0 ? Instance.NEVER : customer.carriedTo() + Wire.readNumber(in),
        (flags & DEPLOYED) == 0 ? 0 : Wire.readNumber(in));
  }

  /** The one value that is kept by customer. The key has the id, so that the value does without. */
  static final class Serializer extends VersionedSerializer<KeptCustomer> {
    static final Serializer INSTANCE = new Serializer();
    private static final int WITH_DEPLOYMENTS = 2;
    private static final int COMPACT = 3;

    @Override
    protected int version() {
      return COMPACT;
    }

    @Override
    public boolean isImmutableType() {
      return false;
    }

    @Override
    protected void write(KeptCustomer customer, DataOutputView out) throws IOException {
      customer.write(out);
    }

    @Override
    protected CustomerState read(int version, DataInputView in) throws IOException {
      return version < COMPACT
          ? new CustomerState(
              CustomerSerializer.INSTANCE.deserialize(in),
              Wire.readNumber(in),
              version >= WITH_DEPLOYMENTS ? Wire.readNumber(in) : 0)
          : CustomerState.read(in);
    }

    @Override
    public TypeSerializerSnapshot<KeptCustomer> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<KeptCustomer> {
    public Snapshot() {
      super(() -> Serializer.INSTANCE);
    }
  }
}
