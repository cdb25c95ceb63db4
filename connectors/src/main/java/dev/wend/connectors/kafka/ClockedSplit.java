package dev.wend.connectors.kafka;

import java.util.OptionalLong;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;

/** A partition of which it is known how new the events were that have been read. */
final class ClockedSplit extends KafkaPartitionSplit {
  private final OptionalLong newest;

  /** The partition, with the newest timestamp in epoch milliseconds; empty before the first event. */
  ClockedSplit(KafkaPartitionSplit split, OptionalLong newest) {
    super(
        split.getTopicPartition(),
        split.getStartingOffset(),
        split.getStoppingOffset().orElse(NO_STOPPING_OFFSET));
    this.newest = newest;
  }

  /** The newest timestamp; the enumerator's partitions have none. */
  static OptionalLong newest(KafkaPartitionSplit split) {
    return split instanceof ClockedSplit clocked ? clocked.newest : OptionalLong.empty();
  }
}
