package dev.wend.connectors.kafka;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The topic by which scenarios are deployed while the job runs (SEMANTICS.md section 6, "Live"). */
public record ControlTopic(ClientProperties client, String name) {
  private static final Comparator<ConsumerRecord<byte[], byte[]>> BY_PLACE =
      Comparator.<ConsumerRecord<byte[], byte[]>>comparingInt(ConsumerRecord::partition)
          .thenComparingLong(ConsumerRecord::offset);

  /**
   * Makes a compacted topic of one partition where there is none.
   *
   * @return a warning where the topic that is there loses messages
   */
  public Optional<String> ensureExists() throws TopicUnavailableException {
    TopicClients clients = clients();
    return clients.attempt(
        () -> {
          try (Admin admin = clients.admin()) {
            NeededTopic topic = new NeededTopic(admin, name);
            if (topic.exists()) {
              return topic.warning();
            }
            topic.makeCompacted();
            return Optional.empty();
          }
        });
  }

  /** All messages that the topic holds now. */
  public ControlLog read() throws TopicUnavailableException {
    TopicClients clients = clients();
    return clients.attempt(
        () -> {
          try (TopicReader reader = TopicReader.of(clients)) {
            List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
            SortedMap<Integer, Long> next = reader.all(messages::add);
            messages.sort(BY_PLACE);
            return new ControlLog(
                messages.stream().map(ControlDeserializer::message).toList(), next);
          }
        });
  }

  /** All messages behind {@code read}. Partitions that are added later are found when the job is started again. */
  public KafkaSource<ControlMessage> source(ControlLog read, TypeInformation<ControlMessage> type) {
    return KafkaSource.<ControlMessage>builder()
        .setProperties(TopicClients.groupless(client))
        .setProperty("isolation.level", "read_committed")
        .setProperty("enable.auto.commit", "false")
        .setProperty("commit.offsets.on.checkpoint", "false")
        .setProperty("partition.discovery.interval.ms", "-1")
        .setTopics(name)
        .setStartingOffsets(new StartBehind(read))
        .setDeserializer(new ControlDeserializer(type))
        .build();
  }

  /** Writes to the topic. */
  public ControlWriter writer() throws TopicUnavailableException {
    TopicClients clients = clients();
    return clients.attempt(() -> new ControlWriter(clients));
  }

  private TopicClients clients() {
    return new TopicClients(client, name);
  }
}
