package dev.wend.job.operator;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;

/** Customers as they are in state, read and written each time. */
final class StoredCustomers implements KnownCustomers {
  private final ValueState<KeptCustomer> state;
  private final KeyedStateBackend<String> backend;
  private final OwnTimer timer;
  private final CurrentCustomer current;

  /** Whether what is read is the very object that is kept, so that a failure must not leave it changed. */
  private final boolean live;

  /** Those in {@code state}, which is {@link CustomerState#NAME} of {@code backend}. */
  StoredCustomers(
      ValueState<KeptCustomer> state,
      KeyedStateBackend<String> backend,
      OwnTimer timer,
      CurrentCustomer current) {
    this.state = state;
    this.backend = backend;
    this.timer = timer;
    this.current = current;
    this.live = backend instanceof HeapKeyedStateBackend;
  }

  @Override
  public Optional<CustomerState> find(String customerId) throws IOException {
    current.is(customerId);
    KeptCustomer known = state.value();
    if (known == null) {
      return Optional.empty();
    }
    KeptCustomer own = live ? CustomerState.Serializer.INSTANCE.copy(known) : known;
    return Optional.of(own.decoded().ofKey(customerId));
  }

  @Override
  public void keep(CustomerState customer) throws IOException {
    current.is(customer.customer().id());
    state.update(customer);
  }

  @Override
  public void keep(CustomerState customer, boolean isChanged, long wanted, Reach reach)
      throws IOException {
    long set = timer.set(customer.customer().id(), customer.timer(), wanted, reach);
    if (isChanged) {
      keep(customer.withTimer(set));
    }
  }

  @Override
  public void forget(CustomerState customer, Reach reach) {
    timer.delete(customer.customer().id(), customer.timer(), reach);
    current.is(customer.customer().id());
    state.clear();
  }

  @Override
  public Optional<String> due(long watermark) {
    return Optional.empty();
  }

  @Override
  public int glance(String customerId) {
    return 0;
  }

  /** On the heap they are the keys of a table that changes while customers are carried. */
  @Override
  public Stream<String> ids() {
    Stream<String> all = backend.getKeys(CustomerState.NAME, VoidNamespace.INSTANCE);
    if (!live) {
      return all;
    }
    try (all) {
      return all.toList().stream();
    }
  }

  @Override
  public void store() {}
}
