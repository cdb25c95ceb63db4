package dev.wend.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes any bytes: what is not UTF-8 becomes replacement characters, which no document that compiles has. */
final class ControlDeserializer implements KafkaRecordDeserializationSchema<ControlMessage> {
  private static final long serialVersionUID = 1;

  private final TypeInformation<ControlMessage> type;

  ControlDeserializer(TypeInformation<ControlMessage> type) {
    this.type = type;
  }

  static ControlMessage message(ConsumerRecord<byte[], byte[]> message) {
    return new ControlMessage(
        ControlMessage.request(message.topic(), message.partition(), message.offset()),
        text(message.key()).filter(key -> !key.isEmpty()),
        text(message.value()));
  }

  private static Optional<String> text(byte[] bytes) {
    return Optional.ofNullable(bytes).map(present -> new String(present, UTF_8));
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> message, Collector<ControlMessage> messages) {
    messages.collect(message(message));
  }

  @Override
  public TypeInformation<ControlMessage> getProducedType() {
    return type;
  }
}
