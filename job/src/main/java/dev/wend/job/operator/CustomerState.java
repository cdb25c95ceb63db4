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
record CustomerState(Customer customer, long timer, long deployed) {

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

  /** The one value that is kept by customer. The key has the id, so that the value does without. */
  static final class Serializer extends VersionedSerializer<CustomerState> {
    static final Serializer INSTANCE = new Serializer();
    private static final int WITH_DEPLOYMENTS = 2;
    private static final int COMPACT = 3;
    private static final int TIMER = 1;
    private static final int DEPLOYED = 1 << 1;

    @Override
    protected int version() {
      return COMPACT;
    }

    @Override
    public boolean isImmutableType() {
      return false;
    }

    @Override
    protected void write(CustomerState state, DataOutputView out) throws IOException {
      out.writeByte(
          (state.timer() == Instance.NEVER ? 0 : TIMER) | (state.deployed() == 0 ? 0 : DEPLOYED));
      CustomerSerializer.INSTANCE.serializeWithoutId(state.customer(), out);
      if (state.timer() != Instance.NEVER) {
        Wire.writeNumber(state.timer() - state.customer().carriedTo(), out);
      }
      if (state.deployed() != 0) {
        Wire.writeNumber(state.deployed(), out);
      }
    }

    @Override
    protected CustomerState read(int version, DataInputView in) throws IOException {
      if (version < COMPACT) {
        return new CustomerState(
            CustomerSerializer.INSTANCE.deserialize(in),
            Wire.readNumber(in),
            version >= WITH_DEPLOYMENTS ? Wire.readNumber(in) : 0);
      }
      int flags = in.readUnsignedByte();
      Customer customer = CustomerSerializer.INSTANCE.deserialize(in);
      return new CustomerState(
          customer,
          (flags & TIMER) == 0 ? Instance.NEVER : customer.carriedTo() + Wire.readNumber(in),
          (flags & DEPLOYED) == 0 ? 0 : Wire.readNumber(in));
    }

    @Override
    public TypeSerializerSnapshot<CustomerState> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<CustomerState> {
    public Snapshot() {
      super(() -> Serializer.INSTANCE);
    }
  }
}
