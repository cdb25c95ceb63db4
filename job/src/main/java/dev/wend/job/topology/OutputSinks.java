package dev.wend.job.topology;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.http.HttpOutput;
import dev.wend.connectors.kafka.Delivery;
import dev.wend.connectors.kafka.KafkaOutput;
import dev.wend.connectors.output.ConsoleOutput;
import dev.wend.connectors.output.FileOutput;
import dev.wend.connectors.output.MessageFormat;
import dev.wend.connectors.output.OutputMessage;
import dev.wend.event.ActionRecord;
import dev.wend.job.config.ActionSelection;
import dev.wend.job.config.Configuration;
import dev.wend.job.config.Output;
import dev.wend.job.config.SinkHead;
import dev.wend.job.config.SinkSettings;
import dev.wend.job.operator.RecordTypes;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Gives every output to the sinks that are configured for it. What a sink keeps in state is found again by its name: sinks
 * may be added, removed and reordered.
 */
public final class OutputSinks {
  private static final KafkaOutput.Types TYPES =
      new KafkaOutput.Types(RecordTypes.MESSAGE, RecordTypes.DEAD_LETTER);

  private final LiveOutputs outputs;
  private final Configuration configuration;

  private OutputSinks(LiveOutputs outputs, Configuration configuration) {
    this.outputs = outputs;
    this.configuration = configuration;
  }

  /** Attaches all sinks; a record that an endpoint or a topic does not take becomes a dead letter. */
  public static void attach(LiveOutputs outputs, Configuration configuration) {
    new OutputSinks(outputs, configuration).attach();
  }

  private void attach() {
    DataStream<DeadLetter> deadLetters = outputs.deadLetters();
    for (SinkSettings sink : sinks(output -> output != Output.DEAD_LETTER)) {
      deadLetters = attach(sink).map(deadLetters::union).orElse(deadLetters);
    }
    for (SinkSettings sink : sinks(output -> output == Output.DEAD_LETTER)) {
      attach(sink, deadLetters, MessageFormat.deadLetters());
    }
  }

  private List<SinkSettings> sinks(Predicate<Output> taken) {
    return configuration.sinks().stream().filter(sink -> taken.test(sink.head().output())).toList();
  }

  private Optional<DataStream<DeadLetter>> attach(SinkSettings sink) {
    SinkHead head = sink.head();
    return switch (head.output()) {
      case ACTIONS -> attach(sink, chosen(head), MessageFormat.actions());
      case TRACE -> attach(sink, outputs.trace(), MessageFormat.trace());
      case STATUS -> attach(sink, outputs.status(), MessageFormat.status());
      case LATE -> attach(sink, outputs.late(), MessageFormat.late());
      case DEAD_LETTER -> attach(sink, outputs.deadLetters(), MessageFormat.deadLetters());
    };
  }

  private DataStream<ActionRecord> chosen(SinkHead head) {
    ActionSelection selection = head.selection();
    return selection.equals(ActionSelection.ALL)
        ? outputs.actions()
        : outputs
            .actions()
            .filter(action -> selection.takes(action.type(), action.channel()))
            .name("choice-" + head.name())
            .uid("choice-" + head.name());
  }

  /**
   * Records of one task, such as status records, are written by one task, so that they keep their order.
   *
   * @return what the sink gives up; empty where it never gives anything up
   */
  private <T> Optional<DataStream<DeadLetter>> attach(
      SinkSettings sink, DataStream<T> records, MessageFormat<T> format) {
    String name = sink.head().name();
    String id = "sink-" + name;
    if (sink instanceof SinkSettings.Http http) {
      return Optional.of(output(http).attach(records, format.whole(), id, RecordTypes.DEAD_LETTER));
    }
    if (sink instanceof SinkSettings.Kafka kafka) {
      return Optional.of(output(kafka).attach(records, kafka.topic(), format, name, id, TYPES));
    }
    DataStreamSink<T> attached = records.sinkTo(sink(sink, format.whole())).name(id).uid(id);
    if (records.getParallelism() == 1) {
      attached.setParallelism(1);
    }
    return Optional.empty();
  }

  private KafkaOutput output(SinkSettings.Kafka kafka) {
    return new KafkaOutput(
        configuration.properties(kafka).at(configuration.bootstrapServers(kafka)),
        delivery(kafka.head()));
  }

  private static HttpOutput output(SinkSettings.Http http) {
    return new HttpOutput(
        http.head().name(),
        http.url().address(),
        http.headers().values(),
        http.batchSize(),
        http.timeout(),
        http.retries(),
        http.backoff());
  }

  private static <T> Sink<T> sink(
      SinkSettings sink, SerializableFunction<T, OutputMessage> message) {
    if (sink instanceof SinkSettings.Files files) {
      FileOutput output =
          new FileOutput(
              files.directory(), files.head().name(), files.rollAfter(), files.rollSize());
      return output.sink(message);
    }
    return new ConsoleOutput<>(message);
  }

  private Delivery delivery(SinkHead head) {
    return configuration.guarantees().isExactlyOnce()
        ? new Delivery.ExactlyOnce(
            "wend-" + configuration.source().kafka().groupId() + "-" + head.name(),
            configuration.guarantees().transactionTimeout())
        : new Delivery.AtLeastOnce();
  }
}
