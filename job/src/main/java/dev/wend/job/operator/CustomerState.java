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
 */
record CustomerState(Customer customer, long timer) {

  static CustomerState of(String customerId) {
    return new CustomerState(new Customer(customerId), Instance.NEVER);
  }

  /** The one value that is kept by customer. */
  static final class Serializer extends VersionedSerializer<CustomerState> {
    static final Serializer INSTANCE = new Serializer();

    @Override
    protected int version() {
      return 1;
    }

    @Override
    public boolean isImmutableType() {
      return false;
    }

    @Override
    protected void write(CustomerState state, DataOutputView out) throws IOException {
      CustomerSerializer.INSTANCE.serialize(state.customer(), out);
      Wire.writeNumber(state.timer(), out);
    }

    @Override
    protected CustomerState read(int version, DataInputView in) throws IOException {
      return new CustomerState(CustomerSerializer.INSTANCE.deserialize(in), Wire.readNumber(in));
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
