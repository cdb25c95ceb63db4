package dev.wend.connectors.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Clients of one topic that belong to no group and give up after {@link #PATIENCE}. */
final class TopicClients {
  /** How long brokers may take to answer. */
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration REQUEST = Duration.ofSeconds(10);

  /** Classes for consumers do not fit producers. */
  private static final List<String> LEFT_OUT =
      List.of("group.id", "group.instance.id", "interceptor.classes");

  private static final Map<String, String> FIXED =
      Map.of(
          "isolation.level", "read_committed",
          "enable.auto.commit", "false",
          "auto.offset.reset", "earliest",
          "allow.auto.create.topics", "false",
          "linger.ms", "0",
          "request.timeout.ms", "" + REQUEST.toMillis(),
          "default.api.timeout.ms", "" + PATIENCE.toMillis(),
          "delivery.timeout.ms", "" + PATIENCE.toMillis(),
          "max.block.ms", "" + PATIENCE.toMillis());

  private final String topic;
  private final Properties properties;

  TopicClients(ClientProperties client, String topic) {
    this.topic = topic;
    properties = groupless(client);
    properties.putAll(FIXED);
  }

  /** The properties of a client that belongs to no group. */
  static Properties groupless(ClientProperties client) {
    Properties properties = client.over(Map.of());
    LEFT_OUT.forEach(properties::remove);
    return properties;
  }

  String topic() {
    return topic;
  }

  Admin admin() {
    return Admin.create(properties);
  }

  KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Does something with a client, and tells what goes wrong without Kafka's words. */
  <T> T attempt(Callable<T> action) throws TopicUnavailableException {
    try {
      return action.call();
    } catch (Exception failure) {
      throw new TopicFailure(topic, properties).of(failure);
    }
  }
}
