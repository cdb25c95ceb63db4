package dev.wend.job.operator;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.event.CustomerEvent;
import dev.wend.event.Json;

/** What is told of events with which a timeline failed. */
public final class FailedEvents {
  private static final String CUSTOMER = "customer ";

  private FailedEvents() {}

  /** Of an event that was due; its position is its timestamp. */
  public static DeadLetter of(CustomerEvent event, RuntimeException bug) {
    return DeadLetter.of(
        CUSTOMER + event.customerId(),
        event.timestamp(),
        DeadLetterReason.ENGINE_FAILURE,
        bug.toString(),
        Json.bytes(event.toJson()));
  }

  /** Where no event was due, only a deadline. */
  static DeadLetter without(String customerId, RuntimeException bug) {
    return DeadLetter.of(
        CUSTOMER + customerId, 0, DeadLetterReason.ENGINE_FAILURE, bug.toString(), new byte[0]);
  }
}
