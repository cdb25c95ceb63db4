package dev.wend.job.operator;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;

/**
 * Customers that were carried recently are at hand as bytes, and are written to the state when a checkpoint is taken or others
 * take their room: who has many events between two checkpoints is read and written once.
 */
final class WorkingSet implements KnownCustomers {
  private static final int FIRST_BUFFER = 1 << 10;

  private final ValueState<CustomerState> state;
  private final KeyedStateBackend<String> backend;
  private final RecentBytes recent;
  private final DataOutputSerializer out = new DataOutputSerializer(FIRST_BUFFER);
  private final DataInputDeserializer in = new DataInputDeserializer();

  /**
   * Nobody at hand yet.
   *
   * @param state which is {@link CustomerState#NAME} of {@code backend}
   * @param budget bytes of those at hand
   */
  WorkingSet(ValueState<CustomerState> state, KeyedStateBackend<String> backend, int budget) {
    this.state = state;
    this.backend = backend;
    this.recent = new RecentBytes(budget, this::write);
  }

  @Override
  public Optional<CustomerState> find(String customerId) throws IOException {
    int at = recent.find(customerId);
    if (at == RecentBytes.NONE) {
      return Optional.ofNullable(state.value()).map(known -> known.ofKey(customerId));
    }
    int length = recent.length(at);
    return length == 0
        ? Optional.empty()
        : Optional.of(read(recent.bytes(at), recent.offset(at), length).ofKey(customerId));
  }

  @Override
  public void keep(CustomerState customer) throws Exception {
    String customerId = customer.customer().id();
    out.clear();
    CustomerState.Serializer.INSTANCE.serialize(customer, out);
    if (!take(customerId)) {
      state.update(customer);
    }
  }

  @Override
  public void forget(String customerId) throws Exception {
    out.clear();
    if (!take(customerId)) {
      state.clear();
    }
  }

  /** Takes what was put out; others may leave, for whom the key changes. */
  private boolean take(String customerId) throws Exception {
    if (!recent.takes(customerId, out.length())) {
      recent.remove(customerId);
      return false;
    }
    if (recent.put(customerId, out.getSharedBuffer(), out.length())) {
      backend.setCurrentKey(customerId);
    }
    return true;
  }

  @Override
  public Stream<String> ids() throws Exception {
    store();
    return backend.getKeys(CustomerState.NAME, VoidNamespace.INSTANCE);
  }

  @Override
  public void store() throws Exception {
    recent.storeAll();
  }

  private void write(String customerId, byte[] bytes, int offset, int length) throws IOException {
    backend.setCurrentKey(customerId);
    if (length == 0) {
      state.clear();
    } else {
      state.update(read(bytes, offset, length));
    }
  }

  private CustomerState read(byte[] bytes, int offset, int length) throws IOException {
    in.setBuffer(bytes, offset, length);
    return CustomerState.Serializer.INSTANCE.deserialize(in);
  }
}
