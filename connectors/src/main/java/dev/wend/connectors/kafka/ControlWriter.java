package dev.wend.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Deploys and stops scenarios. */
public final class ControlWriter implements AutoCloseable {
  private final TopicClients clients;
  private final KafkaProducer<byte[], byte[]> producer;

  ControlWriter(TopicClients clients) {
    this.clients = clients;
    producer = clients.producer();
  }

  /** Sends a document; the result is the name by which answers speak of it. */
  public String deploy(String scenarioId, String document) throws TopicUnavailableException {
    return send(new ProducerRecord<>(clients.topic(), bytes(scenarioId), bytes(document)));
  }

  /** Asks for a scenario to be stopped; the result is the name by which answers speak of it. */
  public String stop(String scenarioId) throws TopicUnavailableException {
    return send(new ProducerRecord<>(clients.topic(), bytes(scenarioId), null));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private String send(ProducerRecord<byte[], byte[]> message) throws TopicUnavailableException {
    return clients.attempt(
        () -> {
          RecordMetadata sent = producer.send(message).get();
          return ControlMessage.request(sent.topic(), sent.partition(), sent.offset());
        });
  }

  /** All that was sent was answered, so there is nothing to wait for. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
