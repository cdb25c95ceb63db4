package dev.wend.connectors.kafka;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.output.MessageFormat;
import dev.wend.connectors.output.OutputMessage;
import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.event.StatusRecord;
import dev.wend.event.TraceRecord;
import java.io.Serializable;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.SerializableFunction;

/**
 * A sink of a job: one JSON record a message, as in the files of a replay, its key the customer or scenario, its headers those of
 * a CloudEvent, its timestamp that of its writing.
 *
 * @param delivery the one guarantee of all sinks of a job (SEMANTICS.md section 6), with a prefix of this sink alone
 * @param source the {@code ce_source} of all messages, a URI reference
 */
public record KafkaOutput(ClientProperties client, Delivery delivery, String source)
    implements Serializable {
  /** The source where nothing else is said. */
  public static final String DEFAULT_SOURCE = "/wend";

  static final String COMPRESSION_TYPE = "compression.type";
  static final String MAX_REQUEST_SIZE = "max.request.size";

  /** A record may be as long as an event that was read with the limits of a broker's default, laid out anew. */
  private static final Map<String, String> DEFAULTS =
      Map.of(COMPRESSION_TYPE, "lz4", MAX_REQUEST_SIZE, "8388608");

  /** With the default source. */
  public KafkaOutput(ClientProperties client, Delivery delivery) {
    this(client, delivery, DEFAULT_SOURCE);
  }

  /** How messages and dead letters go from task to task. */
  public record Types(
      TypeInformation<OutputMessage> messages, TypeInformation<DeadLetter> deadLetters) {}

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

  /**
   * Attaches a sink that a record which is too large for its topic does not stop; records of one task are written by one
   * task, so that they keep their order.
   *
   * @param name by which dead letters and logs name the sink
   * @param id of the operator and of its state
   * @param types of what flows to the sink, and to the dead letters
   * @return the records that were not written, as dead letters
   */
  public <T> DataStream<DeadLetter> attach(
      DataStream<T> records,
      String topic,
      MessageFormat<T> format,
      String name,
      String id,
      Types types) {
    OutputTag<DeadLetter> tooLarge = new OutputTag<>("too-large", types.deadLetters());
    SingleOutputStreamOperator<OutputMessage> messages =
        records
            .process(new FittingMessages<>(name, this, topic, format, tooLarge), types.messages())
            .name(id + "-messages")
            .uid(id + "-messages");
    DataStreamSink<OutputMessage> attached =
        messages.sinkTo(kafka(TopicChoice.always(topic), message -> message)).name(id).uid(id);
    if (records.getParallelism() == 1) {
      messages.setParallelism(1);
      attached.setParallelism(1);
    }
    return messages.getSideOutput(tooLarge);
  }

  /** What the topic takes now. */
  SizeLimit limit(String topic) throws TopicUnavailableException {
    return SizeLimit.of(client, topic, client.over(DEFAULTS));
  }

  OutputSerializer<OutputMessage> serializer(String topic) {
    return new OutputSerializer<>(
        TopicChoice.always(topic), message -> message, source, Clock.systemUTC());
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
