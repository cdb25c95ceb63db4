package dev.wend.job.operator;

import java.util.Optional;
import java.util.stream.Stream;

/** The customers of a subtask, and when something is due for them. */
sealed interface KnownCustomers permits StoredCustomers, WorkingSet {

  /** The customer of that id, as an object of the caller's own; empty for one who is not known. */
  Optional<CustomerState> find(String customerId) throws Exception;

  /** Keeps a customer, who is carried when it was to be before. The caller changes it no more. */
  void keep(CustomerState state) throws Exception;

  /**
   * Keeps a customer.
   *
   * @param state which the caller changes no more
   * @param isChanged whether it is another than was found
   * @param wanted when it is to be carried, at the latest, epoch milliseconds; {@link dev.wend.job.journey.Instance#NEVER} for
   *     not at all
   */
  void keep(CustomerState state, boolean isChanged, long wanted, Reach reach) throws Exception;

  /** Forgets a customer, as it was found. */
  void forget(CustomerState state, Reach reach) throws Exception;

  /** A customer who is to be carried to {@code watermark}, epoch milliseconds, and has no timer for it; named once. */
  Optional<String> due(long watermark);

  /**
   * Reads what of a customer who is carried soon is at hand, so that it is in the processor's caches by then.
   *
   * @return something of what was read; see {@link TimingWheel.Items#glance}
   */
  int glance(String customerId);

  /** All customers that are known now; they may be carried while one goes through them. To be closed. */
  Stream<String> ids() throws Exception;

  /** Brings the state and its timers to what is known, before it is part of a checkpoint. */
  void store() throws Exception;
}
