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

  static CustomerState of(String customerId) {
    return new CustomerState(new Customer(customerId), Instance.NEVER, 0);
  }

  /** The one value that is kept by customer. */
  static final class Serializer extends VersionedSerializer<CustomerState> {
    static final Serializer INSTANCE = new Serializer();
    private static final int WITH_DEPLOYMENTS = 2;

    @Override
    protected int version() {
      return 2;
    }

    @Override
    public boolean isImmutableType() {
      return false;
    }

    @Override
    protected void write(CustomerState state, DataOutputView out) throws IOException {
      CustomerSerializer.INSTANCE.serialize(state.customer(), out);
      Wire.writeNumber(state.timer(), out);
      Wire.writeNumber(state.deployed(), out);
    }

    @Override
    protected CustomerState read(int version, DataInputView in) throws IOException {
      return new CustomerState(
          CustomerSerializer.INSTANCE.deserialize(in),
          Wire.readNumber(in),
          version >= WITH_DEPLOYMENTS ? Wire.readNumber(in) : 0);
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
