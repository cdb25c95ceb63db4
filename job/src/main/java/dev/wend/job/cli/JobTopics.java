package dev.wend.job.cli;

import dev.wend.connectors.kafka.ClientProperties;
import dev.wend.connectors.kafka.ControlTopic;
import dev.wend.connectors.kafka.StatusTopic;
import dev.wend.job.config.Configuration;
import dev.wend.job.config.KafkaInput;
import dev.wend.job.config.Output;
import dev.wend.job.config.SinkSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The topics by which one speaks with the job of a configuration. */
record JobTopics(Configuration configuration) {
  static final String NO_CONTROL =
      "the configuration has no control topic (scenarios.controlTopic), so nothing can be deployed while the job runs";
  static final String NO_STATUS =
      "the configuration has no sink of the kind kafka for status, from which the job's answers could be read";

  /** Empty where deployments are off. */
  Optional<ControlTopic> control() {
    KafkaInput source = configuration.source().kafka();
    return configuration
        .scenarios()
        .controlTopic()
        .map(
            topic ->
                new ControlTopic(client(source.bootstrapServers(), source.properties()), topic));
  }

  /** The first status sink that is a topic. */
  Optional<StatusTopic> status() {
    return configuration.sinks().stream()
        .filter(sink -> sink.head().output() == Output.STATUS)
        .flatMap(
            sink -> sink instanceof SinkSettings.Kafka kafka ? Stream.of(kafka) : Stream.empty())
        .findFirst()
        .map(
            sink ->
                new StatusTopic(
                    client(configuration.bootstrapServers(sink), configuration.properties(sink)),
                    sink.topic()));
  }

  private static ClientProperties client(
      List<String> bootstrapServers, dev.wend.job.config.ClientProperties properties) {
    Map<String, String> all = new HashMap<>(properties.values());
    all.put("bootstrap.servers", String.join(",", bootstrapServers));
    return ClientProperties.of(all);
  }
}
