package dev.wend.connectors.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the broker whether anything lies behind what was read of a partition. Between that and the end there may be markers of
 * transactions, aborted or compacted messages, which only reading on can tell. It has its own thread and consumer, which
 * joins no group and commits nothing.
 */
final class CaughtUpProbe implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CaughtUpProbe.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(100);

  /** Found nothing to read from one offset to the other. */
  private record Gap(long from, long to) {}

  private final Properties properties;
  private final ExecutorService thread;
  private final Map<TopicPartition, Gap> gaps = new HashMap<>();
  private volatile Optional<KafkaConsumer<byte[], byte[]>> consumer = Optional.empty();
  private volatile boolean closed;
  private boolean failing;

  /** A probe that reads as the reader does; {@code name} is that of its thread. */
  CaughtUpProbe(Properties properties, String name) {
    this.properties = properties;
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread daemon = new Thread(task, name);
              daemon.setDaemon(true);
              return daemon;
            });
  }

  /**
   * Those partitions of which everything that is there now has been read; where that cannot be found out, not.
   *
   * @param nextOffsets behind what was read; negative where Kafka decides where reading begins
   */
  CompletableFuture<Set<TopicPartition>> caughtUp(Map<TopicPartition, Long> nextOffsets) {
    return CompletableFuture.supplyAsync(() -> ask(nextOffsets), thread);
  }

  private Set<TopicPartition> ask(Map<TopicPartition, Long> nextOffsets) {
    try {
      Set<TopicPartition> caughtUp = probe(opened(), nextOffsets);
      failing = false;
      return caughtUp;
    } catch (KafkaException failure) {
      if (!failing && !closed) {
        failing = true;
        LOG.warn(
            "Cannot ask for the ends of partitions ({}); the watermark waits for them.",
            failure.getClass().getSimpleName());
      }
      return Set.of();
    }
  }

  private KafkaConsumer<byte[], byte[]> opened() {
    if (consumer.isEmpty()) {
      consumer =
          Optional.of(
              new KafkaConsumer<>(
                  properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }
    return consumer.orElseThrow();
  }

  private Set<TopicPartition> probe(
      KafkaConsumer<byte[], byte[]> kafka, Map<TopicPartition, Long> nextOffsets) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Map<TopicPartition, Long> ends = kafka.endOffsets(nextOffsets.keySet(), PATIENCE);
    kafka.unsubscribe();
    kafka.assign(nextOffsets.keySet());
    nextOffsets.forEach((partition, offset) -> seek(kafka, partition, offset));
    Set<TopicPartition> caughtUp = new HashSet<>();
    Set<TopicPartition> open = new HashSet<>(nextOffsets.keySet());
    settle(kafka, ends, open, caughtUp);
    while (!open.isEmpty() && System.nanoTime() < deadline) {
      ConsumerRecords<byte[], byte[]> unread = kafka.poll(POLL);
      drop(kafka, open, unread.partitions());
      open.forEach(each -> gaps.put(each, gap(kafka, each, nextOffsets.get(each))));
      settle(kafka, ends, open, caughtUp);
    }
    return caughtUp;
  }

  private void seek(KafkaConsumer<byte[], byte[]> kafka, TopicPartition partition, long offset) {
    Gap gap = gaps.get(partition);
    if (gap != null && gap.from() == offset) {
      kafka.seek(partition, gap.to());
    } else if (offset >= 0) {
      kafka.seek(partition, offset);
    } else if (offset == KafkaPartitionSplit.EARLIEST_OFFSET) {
      kafka.seekToBeginning(List.of(partition));
    }
  }

  private static Gap gap(
      KafkaConsumer<byte[], byte[]> kafka, TopicPartition partition, long nextOffset) {
    return new Gap(nextOffset, kafka.position(partition, PATIENCE));
  }

  private static void settle(
      KafkaConsumer<byte[], byte[]> kafka,
      Map<TopicPartition, Long> ends,
      Set<TopicPartition> open,
      Set<TopicPartition> caughtUp) {
    List<TopicPartition> reached =
        open.stream().filter(each -> kafka.position(each, PATIENCE) >= ends.get(each)).toList();
    caughtUp.addAll(reached);
    drop(kafka, open, reached);
  }

  private static void drop(
      KafkaConsumer<byte[], byte[]> kafka,
      Set<TopicPartition> open,
      Iterable<TopicPartition> decided) {
    for (TopicPartition each : decided) {
      open.remove(each);
      kafka.pause(List.of(each));
    }
  }

  /** Ends the thread; a question that is under way has no answer. */
  @Override
  public void close() throws InterruptedException {
    closed = true;
    consumer.ifPresent(KafkaConsumer::wakeup);
    thread.execute(this::closeConsumer);
    thread.shutdown();
    if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      thread.shutdownNow();
    }
  }

  private void closeConsumer() {
    try {
      consumer.ifPresent(kafka -> kafka.close(CloseOptions.timeout(PATIENCE)));
    } catch (KafkaException failure) {
      LOG.info("A consumer was not closed in order ({}).", failure.getClass().getSimpleName());
    }
  }
}
