package dev.wend.connectors.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/** Begins behind what was read, and at the beginning of other partitions; Flink's own way asks for offsets of a group. */
final class StartBehind implements OffsetsInitializer {
  private static final long serialVersionUID = 1;

  private final TreeMap<Integer, Long> next;

  StartBehind(ControlLog read) {
    next = new TreeMap<>(read.next());
  }

  @Override
  public Map<TopicPartition, Long> getPartitionOffsets(
      Collection<TopicPartition> partitions, PartitionOffsetsRetriever brokers) {
    Map<TopicPartition, Long> starts = new HashMap<>();
    for (TopicPartition each : partitions) {
      starts.put(each, next.getOrDefault(each.partition(), KafkaPartitionSplit.EARLIEST_OFFSET));
    }
    return starts;
  }

  /** Flink's interface names a class that Kafka has deprecated. */
  @Override
  @SuppressWarnings("deprecation")
  public OffsetResetStrategy getAutoOffsetResetStrategy() {
    return OffsetResetStrategy.EARLIEST;
  }
}
