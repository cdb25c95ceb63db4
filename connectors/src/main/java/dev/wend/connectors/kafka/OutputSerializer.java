package dev.wend.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wend.connectors.output.OutputMessage;
import java.time.Clock;
import java.time.Instant;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Records as CloudEvents in binary mode. The message carries the time of its writing: with the event time, retention would
 * delete what is written about old events.
 */
final class OutputSerializer<T> implements KafkaRecordSerializationSchema<T> {
  private static final long serialVersionUID = 1;

  private final TopicChoice<T> topics;
  private final SerializableFunction<T, OutputMessage> message;
  private final String source;
  private final Clock clock;

  OutputSerializer(
      TopicChoice<T> topics,
      SerializableFunction<T, OutputMessage> message,
      String source,
      Clock clock) {
    this.topics = topics;
    this.message = message;
    this.source = source;
    this.clock = clock;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T written, KafkaSinkContext context, Long eventTime) {
    return message(written);
  }

  /** The message as it is sent now. */
  ProducerRecord<byte[], byte[]> message(T written) {
    OutputMessage output = message.apply(written);
    long now = clock.millis();
    byte[] key = output.key().map(text -> text.getBytes(UTF_8)).orElse(null);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topics.topic(written), null, now, key, output.value());
    Instant time = Instant.ofEpochMilli(output.timestamp().orElse(now));
    Headers headers = record.headers();
    headers.add("ce_specversion", "1.0".getBytes(UTF_8));
    headers.add("ce_id", output.id().getBytes(UTF_8));
    headers.add("ce_source", source.getBytes(UTF_8));
    headers.add("ce_type", output.type().getBytes(UTF_8));
    headers.add("ce_time", time.toString().getBytes(UTF_8));
    headers.add("content-type", "application/json".getBytes(UTF_8));
    return record;
  }
}
