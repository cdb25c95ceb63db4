package dev.wend.connectors.kafka;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A topic that a job reads or writes, looked at before it starts: once it runs, a missing one would fail it again and again. */
public record JobTopic(ClientProperties client, String name) {

  /**
   * What is read must be there.
   *
   * @throws TopicUnavailableException where it is missing, or the brokers cannot be asked
   */
  public void requireExists() throws TopicUnavailableException {
    TopicClients clients = new TopicClients(client, name);
    clients.attempt(
        () -> {
          try (Admin admin = clients.admin()) {
            if (!new NeededTopic(admin, name).exists()) {
              throw new UnknownTopicOrPartitionException(name);
            }
            return name;
          }
        });
  }

  /**
   * What is written is made where it is missing, as the brokers make topics where nothing is said.
   *
   * @param compacted whether instead the last message of each key is kept, in one partition
   * @throws TopicUnavailableException where the brokers cannot be asked, or do not allow it
   */
  public void ensureExists(boolean compacted) throws TopicUnavailableException {
    TopicClients clients = new TopicClients(client, name);
    clients.attempt(
        () -> {
          try (Admin admin = clients.admin()) {
            NeededTopic topic = new NeededTopic(admin, name);
            if (topic.exists()) {
              return name;
            }
            if (compacted) {
              topic.makeCompacted();
            } else {
              topic.makePlain();
            }
            return name;
          }
        });
  }
}
