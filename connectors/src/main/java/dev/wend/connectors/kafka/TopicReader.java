package dev.wend.connectors.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Reads the committed messages of all partitions of a topic. */
final class TopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  private TopicReader(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    this.consumer = consumer;
    this.partitions = partitions;
    consumer.assign(partitions);
  }

  /** Finds the partitions; reading is to begin somewhere then. */
  static TopicReader of(TopicClients clients) {
    KafkaConsumer<byte[], byte[]> consumer = clients.consumer();
    try {
      return new TopicReader(consumer, partitions(consumer, clients.topic()));
    } catch (RuntimeException failure) {
      consumer.close();
      throw failure;
    }
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    List<PartitionInfo> found = consumer.partitionsFor(topic);
    if (found == null || found.isEmpty()) {
      throw new UnknownTopicOrPartitionException(topic);
    }
    return found.stream().map(each -> new TopicPartition(topic, each.partition())).toList();
  }

  /** Goes behind all that is committed. */
  void toEnd() {
    consumer.endOffsets(partitions).forEach(consumer::seek);
  }

  /** Reads from the beginning what is committed now; the result is the offset behind it in each partition. */
  SortedMap<Integer, Long> all(Consumer<ConsumerRecord<byte[], byte[]>> messages) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    consumer.seekToBeginning(partitions);
    long read = position();
    long lastProgress = System.nanoTime();
    while (ends.keySet().stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
      consumer.poll(POLL).forEach(messages);
      if (position() > read) {
        read = position();
        lastProgress = System.nanoTime();
      } else if (System.nanoTime() - lastProgress > TopicClients.PATIENCE.toNanos()) {
        throw new TimeoutException();
      }
    }
    SortedMap<Integer, Long> next = new TreeMap<>();
    partitions.forEach(each -> next.put(each.partition(), consumer.position(each)));
    return next;
  }

  private long position() {
    return partitions.stream().mapToLong(consumer::position).sum();
  }

  /** What comes within {@code wait}, as soon as something comes. */
  Iterable<ConsumerRecord<byte[], byte[]>> next(Duration wait) {
    return consumer.poll(wait);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
