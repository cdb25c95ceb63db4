package dev.wend.connectors.kafka;

import dev.wend.connectors.InvalidRecordException;
import dev.wend.connectors.StrictJson;
import dev.wend.event.StatusRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The topic in which a job tells what runs (SEMANTICS.md section 6, "Live"). */
public record StatusTopic(ClientProperties client, String name) {

  /** All records that the topic holds now. */
  public StatusLog read() throws TopicUnavailableException {
    TopicClients clients = clients();
    return clients.attempt(
        () -> {
          try (TopicReader reader = TopicReader.of(clients)) {
            List<StatusRecord> records = new ArrayList<>();
            AtomicLong unreadable = new AtomicLong();
            reader.all(
                message ->
                    record(message)
                        .ifPresentOrElse(records::add, () -> count(message, unreadable)));
            return new StatusLog(records, unreadable.get());
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
