package dev.wend.job.topology;

import dev.wend.connectors.kafka.Delivery;
import dev.wend.connectors.kafka.KafkaOutput;
import dev.wend.connectors.kafka.TopicChoice;
import dev.wend.connectors.output.ConsoleOutput;
import dev.wend.connectors.output.FileOutput;
import dev.wend.connectors.output.OutputMessage;
import dev.wend.event.ActionRecord;
import dev.wend.job.config.ActionSelection;
import dev.wend.job.config.Configuration;
import dev.wend.job.config.SinkHead;
import dev.wend.job.config.SinkSettings;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Gives every output to the sinks that are configured for it. What a sink keeps in state is found again by its name: sinks
 * may be added, removed and reordered.
 */
public final class OutputSinks {
  private final LiveOutputs outputs;
  private final Configuration configuration;

  private OutputSinks(LiveOutputs outputs, Configuration configuration) {
    this.outputs = outputs;
    this.configuration = configuration;
  }

  /** Attaches all sinks. */
  public static void attach(LiveOutputs outputs, Configuration configuration) {
    OutputSinks sinks = new OutputSinks(outputs, configuration);
    configuration.sinks().forEach(sinks::attach);
  }

  private void attach(SinkSettings sink) {
    SinkHead head = sink.head();
    switch (head.output()) {
      case ACTIONS -> attach(sink, chosen(head), OutputMessage::of);
      case TRACE -> attach(sink, outputs.trace(), OutputMessage::of);
      case STATUS -> attach(sink, outputs.status(), OutputMessage::of);
      case LATE -> attach(sink, outputs.late(), OutputMessage::of);
      case DEAD_LETTER -> attach(sink, outputs.deadLetters(), OutputMessage::of);
    }
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

  private <T> void attach(
      SinkSettings sink, DataStream<T> records, SerializableFunction<T, OutputMessage> message) {
    String id = "sink-" + sink.head().name();
    records.sinkTo(sink(sink, message)).name(id).uid(id);
  }

  private <T> Sink<T> sink(SinkSettings sink, SerializableFunction<T, OutputMessage> message) {
    if (sink instanceof SinkSettings.Kafka kafka) {
      KafkaOutput output =
          new KafkaOutput(
              configuration.properties(kafka).at(configuration.bootstrapServers(kafka)),
              delivery(kafka.head()));
      return output.sink(TopicChoice.always(kafka.topic()), message);
    }
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
