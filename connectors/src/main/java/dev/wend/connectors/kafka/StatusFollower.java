package dev.wend.connectors.kafka;

import dev.wend.event.StatusRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The new records of a status topic. */
public final class StatusFollower implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);

  private final TopicClients clients;
  private final TopicReader reader;

  private StatusFollower(TopicClients clients, TopicReader reader) {
    this.clients = clients;
    this.reader = reader;
  }

  static StatusFollower fromEnd(TopicClients clients) {
    TopicReader reader = TopicReader.of(clients);
    try {
      reader.toEnd();
      return new StatusFollower(clients, reader);
    } catch (RuntimeException failure) {
      reader.close();
      throw failure;
    }
  }

  /**
   * Gives each new record to {@code done} until that holds; others that came with the last one are left out.
   *
   * @return whether it held within {@code wait}
   */
  public boolean until(Predicate<StatusRecord> done, Duration wait)
      throws TopicUnavailableException {
    return clients.attempt(() -> follow(done, System.nanoTime() + wait.toNanos()));
  }

  private boolean follow(Predicate<StatusRecord> done, long deadline) {
    long left = deadline - System.nanoTime();
    while (left > 0) {
      Duration poll = Duration.ofNanos(Math.min(left, POLL.toNanos()));
      for (ConsumerRecord<byte[], byte[]> message : reader.next(poll)) {
        Optional<StatusRecord> record = StatusTopic.record(message);
        if (record.isPresent() && done.test(record.get())) {
          return true;
        }
      }
      left = deadline - System.nanoTime();
    }
    return false;
  }

  @Override
  public void close() {
    reader.close();
  }
}
