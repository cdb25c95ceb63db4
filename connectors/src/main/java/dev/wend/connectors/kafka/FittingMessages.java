package dev.wend.connectors.kafka;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.output.MessageFormat;
import dev.wend.connectors.output.OutputMessage;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes messages of records, and keeps back those that a topic would refuse: the job would fail with them again and again.
 */
final class FittingMessages<T> extends ProcessFunction<T, OutputMessage> {
  private static final Logger LOG = LoggerFactory.getLogger(FittingMessages.class);
  private static final long serialVersionUID = 1;

  private final String sink;
  private final KafkaOutput output;
  private final String topic;
  private final MessageFormat<T> format;
  private final OutputTag<DeadLetter> tooLarge;
  private transient SizeLimit limit;
  private transient OutputSerializer<OutputMessage> messages;
  private transient Counter counted;

  /**
   * For the messages of one sink.
   *
   * @param sink its name
   * @param tooLarge where the dead letters go
   */
  FittingMessages(
      String sink,
      KafkaOutput output,
      String topic,
      MessageFormat<T> format,
      OutputTag<DeadLetter> tooLarge) {
    this.sink = sink;
    this.output = output;
    this.topic = topic;
    this.format = format;
    this.tooLarge = tooLarge;
  }

  @Override
  public void open(OpenContext context) throws TopicUnavailableException {
    limit = output.limit(topic);
    messages = output.serializer(topic);
    counted = getRuntimeContext().getMetricGroup().counter("numTooLarge");
  }

  @Override
  public void processElement(T written, Context context, Collector<OutputMessage> out) {
    OutputMessage whole = format.whole().apply(written);
    ProducerRecord<byte[], byte[]> message = messages.message(whole);
    if (limit.takes(message)) {
      out.collect(whole);
      return;
    }
    counted.inc();
    String detail =
        "a message of %d bytes is larger than the topic '%s' takes"
            .formatted(limit.size(message), topic);
    LOG.warn("Sink {}, {}: {}", sink, whole.type(), detail);
    Optional<OutputMessage> shortened = format.shortened().apply(written);
    if (shortened.isEmpty()) {
      context.output(tooLarge, letter(whole, detail));
    } else if (limit.takes(messages.message(shortened.get()))) {
      out.collect(shortened.get());
    }
  }

  private DeadLetter letter(OutputMessage whole, String detail) {
    return DeadLetter.of(
        "sink " + sink, 0, DeadLetterReason.DELIVERY_FAILED, detail, whole.value());
  }
}
