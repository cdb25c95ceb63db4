package dev.wend.connectors.kafka;

import java.io.Serializable;
import java.time.Duration;

/** How often a record that was decided once is there for consumers. */
public sealed interface Delivery extends Serializable {
  /** Once or, after a failure, more often, with the same bytes. */
  record AtLeastOnce() implements Delivery {}

  /**
   * Once, for consumers that read committed records only: in transactions, committed with each checkpoint.
   *
   * @param transactionalIdPrefix of one sink alone on its Kafka cluster, and the same after an upgrade
   * @param transactionTimeout longer than checkpoints are apart and a restart takes; not longer than brokers allow ({@code
   *     transaction.max.timeout.ms}, 15 minutes unless set)
   */
  record ExactlyOnce(String transactionalIdPrefix, Duration transactionTimeout)
      implements Delivery {
    /** The timeout where nothing else is said. */
    public static final Duration DEFAULT_TRANSACTION_TIMEOUT = Duration.ofMinutes(14);

    /** Checks both. */
    public ExactlyOnce {
      if (transactionalIdPrefix.isBlank()) {
        throw new IllegalArgumentException("transactions need a prefix of their ids");
      }
      if (transactionTimeout.toMillis() < 1 || transactionTimeout.toMillis() > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "a transaction timeout is longer than nothing and shorter than 25 days, not "
                + transactionTimeout);
      }
    }

    /** With the default timeout. */
    public ExactlyOnce(String transactionalIdPrefix) {
      this(transactionalIdPrefix, DEFAULT_TRANSACTION_TIMEOUT);
    }
  }
}
