package dev.wend.connectors.kafka;

import dev.wend.connectors.InvalidRecordException;
import dev.wend.connectors.StrictJson;
import dev.wend.event.StatusRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The topic in which a job tells what runs (SEMANTICS.md section 6, "Live"). */
public record StatusTopic(ClientProperties client, String name) {

  private record Written(long at, StatusRecord status) {}

  /** All records that the topic holds now. What is said of a scenario may be in several partitions. */
  public StatusLog read() throws TopicUnavailableException {
    TopicClients clients = clients();
    return clients.attempt(
        () -> {
          try (TopicReader reader = TopicReader.of(clients)) {
            List<Written> written = new ArrayList<>();
            AtomicLong unreadable = new AtomicLong();
            reader.all(
                message ->
                    record(message)
                        .ifPresentOrElse(
                            status -> written.add(new Written(message.timestamp(), status)),
                            () -> count(message, unreadable)));
            written.sort(Comparator.comparingLong(Written::at));
            return new StatusLog(written.stream().map(Written::status).toList(), unreadable.get());
          }
        });
  }

  private static void count(ConsumerRecord<byte[], byte[]> message, AtomicLong unreadable) {
    if (message.value() != null) {
      unreadable.incrementAndGet();
    }
  }

  /** Reads what is written from now on. */
  public StatusFollower follow() throws TopicUnavailableException {
    TopicClients clients = clients();
    return clients.attempt(() -> StatusFollower.fromEnd(clients));
  }

  static Optional<StatusRecord> record(ConsumerRecord<byte[], byte[]> message) {
    if (message.value() == null) {
      return Optional.empty();
    }
    try {
      return StatusRecord.fromJson(StrictJson.readObject(message.value()));
    } catch (InvalidRecordException unreadable) {
      return Optional.empty();
    }
  }

  private TopicClients clients() {
    return new TopicClients(client, name);
  }
}
