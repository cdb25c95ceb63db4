package dev.wend.job.operator;

import dev.wend.job.journey.Instance;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;

/**
 * Customers that were carried recently are at hand as bytes, and are written to the state, with a timer for what is due, when a
 * checkpoint is taken or others take their room: who has many events between two checkpoints is read and written once, and
 * what becomes due before the next one needs no timer.
 */
final class WorkingSet implements KnownCustomers {
  private static final int FIRST_BUFFER = 1 << 10;
  private static final int FEW_ITEMS = 1 << 16;

  private final StoredCustomers stored;
  private final ValueState<KeptCustomer> state;
  private final CurrentCustomer current;
  private final OwnTimer timer;
  private final RecentBytes recent;
  private final TimingWheel due = new TimingWheel(new Tokens());
  private final DataOutputSerializer out = new DataOutputSerializer(FIRST_BUFFER);
  private final EncodedCustomer encoded = new EncodedCustomer();
  private int tidyAt = FEW_ITEMS;
  private String latestId = "";
  private long latest;

  /** Those at hand, as items of the wheel. */
  private final class Tokens implements TimingWheel.Items {
    @Override
    public long moment(long token) {
      return wake(recent.at(token));
    }

    @Override
    public int glance(long token) {
      return recent.glance((int) token);
    }
  }

  /**
   * Nobody at hand yet.
   *
   * @param state which is {@link CustomerState#NAME} of {@code backend}
   * @param budget bytes of those at hand
   */
  WorkingSet(
      ValueState<KeptCustomer> state,
      KeyedStateBackend<String> backend,
      OwnTimer timer,
      CurrentCustomer current,
      int budget) {
    this.stored = new StoredCustomers(state, backend, timer, current);
    this.state = state;
    this.timer = timer;
    this.current = current;
    this.recent = new RecentBytes(budget, this::store);
  }

  @Override
  public Optional<CustomerState> find(String customerId) throws IOException {
    int at = at(customerId);
    if (at == RecentBytes.NONE) {
      return stored.find(customerId);
    }
    return recent.length(at) == 0
        ? Optional.empty()
        : Optional.of(encoded(at).decoded().ofKey(customerId));
  }

  /** Who is due is found, kept or forgotten next, by the same object. */
  @SuppressWarnings("ReferenceEquality")
  private int at(String customerId) {
    int known = customerId == latestId ? recent.at(latest) : RecentBytes.NONE;
    return known == RecentBytes.NONE ? noted(recent.find(customerId), customerId) : known;
  }

  private int noted(int at, String customerId) {
    if (at != RecentBytes.NONE) {
      latestId = customerId;
      latest = recent.token(at);
    }
    return at;
  }

  @Override
  public void keep(CustomerState customer) throws Exception {
    int at = at(customer.customer().id());
    put(at, customer, wake(at));
  }

  @Override
  public void keep(CustomerState found, boolean isChanged, long wanted, Reach reach)
      throws Exception {
    CustomerState customer = withoutIdleTimer(found, reach);
    boolean isSet = reach.isAhead(customer.timer()) && customer.timer() <= wanted;
    long wake = isSet ? Instance.NEVER : wanted;
    int at = at(customer.customer().id());
    long former = wake(at);
    if (wake != Instance.NEVER && former <= wake && reach.isAhead(former)) {
      wake = former;
    }
    if (isChanged || (at == RecentBytes.NONE && wake != Instance.NEVER)) {
      put(at, customer, wake);
    } else if (at != RecentBytes.NONE) {
      recent.setTimer(at, customer.timer());
      wakeAt(at, wake);
    }
  }

  /** One that would fire for nothing, since the customer was carried beyond it. */
  private CustomerState withoutIdleTimer(CustomerState customer, Reach reach) {
    if (reach.isAboutToFire(customer.timer())) {
      timer.delete(customer.customer().id(), customer.timer(), reach);
      return customer.withTimer(Instance.NEVER);
    }
    return customer;
  }

  private void put(int found, CustomerState customer, long wake) throws Exception {
    String customerId = customer.customer().id();
    EncodedCustomer.encode(customer, out);
    if (recent.takes(customerId, out.length())) {
      int at = put(found, customerId);
      recent.setTimer(at, customer.timer());
      wakeAt(at, wake);
    } else {
      if (found != RecentBytes.NONE) {
        recent.drop(found);
      }
      stored.keep(customer.withTimer(timerFor(customerId, customer.timer(), wake)));
    }
  }

  /** Who is at hand may come back before the next checkpoint; who was read only to be forgotten takes no room of others. */
  @Override
  public void forget(CustomerState customer, Reach reach) throws Exception {
    String customerId = customer.customer().id();
    int at = at(customerId);
    if (at == RecentBytes.NONE) {
      stored.forget(customer, reach);
      return;
    }
    timer.delete(customerId, customer.timer(), reach);
    out.clear();
    int emptied = put(at, customerId);
    recent.setTimer(emptied, Instance.NEVER);
    recent.setWake(emptied, Instance.NEVER);
  }

  /** Puts what was written, for which others may have to leave. */
  private int put(int found, String customerId) throws Exception {
    return noted(recent.put(found, customerId, out.getSharedBuffer(), out.length()), customerId);
  }

  private void wakeAt(int at, long wake) {
    long former = recent.wake(at);
    recent.setWake(at, wake);
    if (wake != Instance.NEVER && wake != former) {
      due.put(recent.token(at), former, wake);
      tidy();
    }
  }

  /** Who moved on still stands in slots, at worst for months. */
  private void tidy() {
    if (due.size() > tidyAt) {
      due.tidy();
      tidyAt = Math.max(FEW_ITEMS, 2 * due.size());
    }
  }

  @Override
  public Optional<String> due(long watermark) {
    long first = due.due(watermark);
    if (first == TimingWheel.NONE) {
      return Optional.empty();
    }
    int at = recent.at(first);
    recent.setWake(at, Instance.NEVER);
    String customerId = recent.key(at);
    noted(at, customerId);
    return Optional.of(customerId);
  }

  private long wake(int at) {
    return at == RecentBytes.NONE ? Instance.NEVER : recent.wake(at);
  }

  @Override
  public int glance(String customerId) {
    return recent.glance(customerId);
  }

  @Override
  public Stream<String> ids() throws Exception {
    store();
    return stored.ids();
  }

  @Override
  public void store() throws Exception {
    recent.storeAll();
    due.clear();
  }

  private void store(int at) throws IOException {
    long wake = recent.wake(at);
    if (!recent.isChanged(at) && wake == Instance.NEVER) {
      return;
    }
    String customerId = recent.key(at);
    recent.setTimer(at, timerFor(customerId, recent.timer(at), wake));
    recent.setWake(at, Instance.NEVER);
    recent.setUnchanged(at);
    current.is(customerId);
    if (recent.length(at) == 0) {
      state.clear();
    } else {
      state.update(encoded(at));
    }
  }

  private long timerFor(String customerId, long set, long wake) {
    if (wake == Instance.NEVER) {
      return set;
    }
    timer.replace(customerId, set, wake);
    return wake;
  }

  private EncodedCustomer encoded(int at) {
    return encoded.at(recent.bytes(at), recent.offset(at), recent.length(at), recent.timer(at));
  }
}
