package dev.wend.job.operator;

import java.util.Optional;
import java.util.stream.Stream;

/** The customers of a subtask, of whom the current key is carried. */
sealed interface KnownCustomers permits StoredCustomers, WorkingSet {

  /** The current customer, as an object of the caller's own; empty for one who is not known. */
  Optional<CustomerState> find(String customerId) throws Exception;

  /** Keeps the current customer, whom the caller changes no more. */
  void keep(CustomerState state) throws Exception;

  /** Forgets the current customer. */
  void forget(String customerId) throws Exception;

  /** All customers that are known now; they may be carried while one goes through them. To be closed. */
  Stream<String> ids() throws Exception;

  /** Brings the state to what is known, before it is part of a checkpoint. */
  void store() throws Exception;
}
