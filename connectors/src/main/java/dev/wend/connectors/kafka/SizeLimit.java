package dev.wend.connectors.kafka;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.record.AbstractRecords;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.record.SimpleRecord;

/**
 * How large a message may be, in bytes: the producer judges it as it is, the topic in the form in which it is sent.
 *
 * @param request {@code max.request.size} of the producer
 * @param topic {@code max.message.bytes} of the topic
 */
record SizeLimit(int request, int topic, CompressionType compression) {
  /** What topics take where nobody has set anything else. */
  static final int KAFKA_DEFAULT = 1_048_588;

  private static final String TOPIC_LIMIT = "max.message.bytes";
  private static final int SURELY = 2;

  /**
   * Asks the brokers; of a topic that does not exist yet, or that the client may not look at, Kafka's default is expected.
   *
   * @param producer the properties of the producer
   */
  static SizeLimit of(ClientProperties client, String topic, Properties producer)
      throws TopicUnavailableException {
    TopicClients clients = new TopicClients(client, topic);
    int taken =
        clients.attempt(
            () -> {
              try (Admin admin = clients.admin()) {
                return limit(admin, topic);
              }
            });
    return new SizeLimit(
        Integer.parseInt(producer.getProperty(KafkaOutput.MAX_REQUEST_SIZE)),
        taken,
        compression(producer));
  }

  private static int limit(Admin admin, String name)
      throws ExecutionException, InterruptedException {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
    try {
      ConfigEntry limit =
          admin.describeConfigs(List.of(topic)).all().get().get(topic).get(TOPIC_LIMIT);
      return Integer.parseInt(limit.value());
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof AuthorizationException
          || failure.getCause() instanceof UnknownTopicOrPartitionException) {
        return KAFKA_DEFAULT;
      }
      throw failure;
    }
  }

  /** With a level of its own a codec may do worse than is expected here. */
  private static CompressionType compression(Properties producer) {
    CompressionType type =
        CompressionType.forName(producer.getProperty(KafkaOutput.COMPRESSION_TYPE));
    return producer.containsKey("compression." + type.name + ".level")
        ? CompressionType.NONE
        : type;
  }

  /** Whether the message arrives. */
  boolean takes(ProducerRecord<byte[], byte[]> message) {
    int size = size(message);
    return size <= request && (size <= topic / SURELY || sizeAsSent(message) <= topic);
  }

  /** The largest that the message may be before it is compressed. */
  int size(ProducerRecord<byte[], byte[]> message) {
    return AbstractRecords.estimateSizeInBytesUpperBound(
        RecordBatch.CURRENT_MAGIC_VALUE,
        compression,
        message.key(),
        message.value(),
        message.headers().toArray());
  }

  private int sizeAsSent(ProducerRecord<byte[], byte[]> message) {
    SimpleRecord record =
        new SimpleRecord(
            message.timestamp(),
            message.key() == null ? null : ByteBuffer.wrap(message.key()),
            ByteBuffer.wrap(message.value()),
            message.headers().toArray());
    return MemoryRecords.withRecords(Compression.of(compression).build(), record).sizeInBytes();
  }
}
