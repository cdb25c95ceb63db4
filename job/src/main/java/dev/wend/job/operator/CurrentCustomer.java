package dev.wend.job.operator;

import org.apache.flink.runtime.state.KeyedStateBackend;

/**
 * Whose keyed state and timers are meant. Whoever is going to touch them says so first: most customers are carried without, and
 * the bytes of a key are made for nothing then.
 */
final class CurrentCustomer {
  private final KeyedStateBackend<String> backend;

  /** The current key of {@code backend}. */
  CurrentCustomer(KeyedStateBackend<String> backend) {
    this.backend = backend;
  }

  /** From now on this one. */
  void is(String customerId) {
    if (!customerId.equals(backend.getCurrentKey())) {
      backend.setCurrentKey(customerId);
    }
  }
}
