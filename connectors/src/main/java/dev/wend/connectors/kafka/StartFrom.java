package dev.wend.connectors.kafka;

import java.io.Serializable;
import java.time.Instant;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Where a job that restores no state begins to read a partition. */
public sealed interface StartFrom extends Serializable {
  /** With the oldest message. */
  record Earliest() implements StartFrom {}

  /** Behind the newest message. */
  record Latest() implements StartFrom {}

  /** With the first message whose record timestamp is not before {@code instant}; behind the newest if there is none. */
  record Timestamp(Instant instant) implements StartFrom {}

  /** Where the group stands; with the oldest message where it stands nowhere, so that nothing is missed. */
  record Committed() implements StartFrom {}

  /** The start as Flink's connector has it, whose interface names a class that Kafka has deprecated. */
  @SuppressWarnings("deprecation")
  default OffsetsInitializer offsets() {
    if (this instanceof Timestamp at) {
      return OffsetsInitializer.timestamp(at.instant().toEpochMilli());
    }
    if (this instanceof Committed) {
      return OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
    }
    return this instanceof Latest ? OffsetsInitializer.latest() : OffsetsInitializer.earliest();
  }
}
