package dev.wend.connectors.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A topic that is made where it is missing. */
final class NeededTopic {
  private static final String POLICY = "cleanup.policy";
  private static final long PAUSE_MILLIS = 100;

  private final Admin admin;
  private final String name;

  NeededTopic(Admin admin, String name) {
    this.admin = admin;
    this.name = name;
  }

  /** Makes a topic of one partition of which the last message of each key stays. */
  void makeCompacted() throws ExecutionException, InterruptedException {
    make(new NewTopic(name, Optional.of(1), Optional.empty()).configs(Map.of(POLICY, "compact")));
  }

  /** Makes a topic as the brokers make them where nothing is said. */
  void makePlain() throws ExecutionException, InterruptedException {
    make(new NewTopic(name, Optional.empty(), Optional.empty()));
  }

  boolean exists() throws ExecutionException, InterruptedException {
    try {
      admin.describeTopics(List.of(name)).allTopicNames().get();
      return true;
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw failure;
    }
  }

  private void make(NewTopic topic) throws ExecutionException, InterruptedException {
    try {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException failure) {
      if (!(failure.getCause() instanceof TopicExistsException)) {
        throw failure;
      }
    }
    long deadline = System.nanoTime() + TopicClients.PATIENCE.toNanos();
    while (!exists()) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException();
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Warns where messages are deleted by age or size; a client that may not look at the settings of the topic is not warned. */
  Optional<String> warning() throws ExecutionException, InterruptedException {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
    try {
      String policy =
          admin.describeConfigs(List.of(topic)).all().get().get(topic).get(POLICY).value();
      return policy.contains("delete")
          ? Optional.of(
              "the topic '"
                  + name
                  + "' has cleanup.policy="
                  + policy
                  + ": scenarios that were deployed long ago get lost; set it to compact")
          : Optional.empty();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof AuthorizationException) {
        return Optional.empty();
      }
      throw failure;
    }
  }
}
