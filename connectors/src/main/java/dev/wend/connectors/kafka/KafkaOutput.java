package dev.wend.connectors.kafka;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.output.OutputMessage;
import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.event.StatusRecord;
import dev.wend.event.TraceRecord;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.util.function.SerializableFunction;

/**
 * A sink of a job: one JSON record a message, as in the files of a replay, its key the customer or scenario, its headers those of
 * a CloudEvent, its timestamp that of its writing.
 *
 * @param delivery the one guarantee of all sinks of a job (SEMANTICS.md section 6), with a prefix of this sink alone
 * @param source the {@code ce_source} of all messages, a URI reference
 */
public record KafkaOutput(ClientProperties client, Delivery delivery, String source) {
  /** The source where nothing else is said. */
  public static final String DEFAULT_SOURCE = "/wend";

  /** A record may be as long as an event that was read with the limits of a broker's default, laid out anew. */
  private static final Map<String, String> DEFAULTS =
      Map.of("compression.type", "lz4", "max.request.size", "8388608");

  /** With the default source. */
  public KafkaOutput(ClientProperties client, Delivery delivery) {
    this(client, delivery, DEFAULT_SOURCE);
  }

  /** Writes actions; {@code ce_id} is the {@code actionId}. */
  public KafkaSink<ActionRecord> actions(TopicChoice<ActionRecord> topics) {
    return kafka(topics, OutputMessage::of);
  }

  /** Writes trace records. */
  public KafkaSink<TraceRecord> traces(TopicChoice<TraceRecord> topics) {
    return kafka(topics, OutputMessage::of);
  }

  /** Writes dead letters; they have a key only where the engine failed with a customer. */
  public KafkaSink<DeadLetter> deadLetters(TopicChoice<DeadLetter> topics) {
    return kafka(topics, OutputMessage::of);
  }

  /** Writes late events; {@code ce_id} is the {@code messageId}. */
  public KafkaSink<CustomerEvent> lateEvents(TopicChoice<CustomerEvent> topics) {
    return kafka(topics, OutputMessage::of);
  }

  /** Writes status records; each has a key, so that the topic may be compacted. */
  public KafkaSink<StatusRecord> statusRecords(TopicChoice<StatusRecord> topics) {
    return kafka(topics, OutputMessage::of);
  }

  /** Writes records of any kind. */
  public <T> Sink<T> sink(TopicChoice<T> topics, SerializableFunction<T, OutputMessage> message) {
    return kafka(topics, message);
  }

  private <T> KafkaSink<T> kafka(
      TopicChoice<T> topics, SerializableFunction<T, OutputMessage> message) {
    Properties properties = client.over(DEFAULTS);
    KafkaSinkBuilder<T> builder =
        KafkaSink.<T>builder()
            .setRecordSerializer(
                new OutputSerializer<>(topics, message, source, Clock.systemUTC()));
    if (delivery instanceof Delivery.ExactlyOnce exactly) {
      properties.setProperty(
          "transaction.timeout.ms", Long.toString(exactly.transactionTimeout().toMillis()));
      builder
          .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
          .setTransactionalIdPrefix(exactly.transactionalIdPrefix());
    } else {
      builder.setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE);
    }
    return builder.setKafkaProducerConfig(properties).build();
  }
}
