package dev.wend.job.config;

import dev.wend.connectors.kafka.ClientProperties;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the live job is told; {@link ConfigurationReader} reads it.
 *
 * @param futureTolerance how far ahead of now a timestamp may be
 * @param dedupHorizon how long a message id stays taken, in event time
 * @param profileRetention how long after the last event a customer in whom nothing waits is kept; empty for ever
 * @param sinks each name once, at least one
 * @param parallelism empty where Flink decides
 */
public record Configuration(
    EventSource source,
    ClockMode clock,
    Duration futureTolerance,
    Duration dedupHorizon,
    Optional<Duration> profileRetention,
    ScenarioSources scenarios,
    List<SinkSettings> sinks,
    Guarantees guarantees,
    Optional<Integer> parallelism) {

  /** The brokers to which a sink writes: its own, else those of the source. */
  public List<String> bootstrapServers(SinkSettings.Kafka sink) {
    return sink.bootstrapServers().orElse(source.kafka().bootstrapServers());
  }

  /** The client settings of a sink: those of the source where it writes to the same brokers, and its own over them. */
  public ClientProperties properties(SinkSettings.Kafka sink) {
    Map<String, String> properties = new LinkedHashMap<>();
    if (sink.bootstrapServers().isEmpty()) {
      properties.putAll(source.kafka().properties().values());
    }
    properties.putAll(sink.properties().values());
    return new ClientProperties(properties);
  }
}
