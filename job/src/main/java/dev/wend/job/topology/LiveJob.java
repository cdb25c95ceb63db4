package dev.wend.job.topology;

import dev.wend.check.CheckedScenario;
import dev.wend.connectors.kafka.ControlLog;
import dev.wend.connectors.kafka.ControlMessage;
import dev.wend.connectors.kafka.ControlTopic;
import dev.wend.connectors.kafka.EventClock;
import dev.wend.connectors.kafka.JobTopic;
import dev.wend.connectors.kafka.TopicUnavailableException;
import dev.wend.connectors.kafka.Topics;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.job.config.ClockMode;
import dev.wend.job.config.Configuration;
import dev.wend.job.config.EventSource;
import dev.wend.job.config.KafkaInput;
import dev.wend.job.config.Output;
import dev.wend.job.config.SinkSettings;
import dev.wend.job.deployment.Beginning;
import dev.wend.job.operator.RecordTypes;
import dev.wend.job.operator.ScenarioDocument;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A live job as its configuration describes it. */
public final class LiveJob {
  /** The name of the job in Flink. */
  public static final String NAME = "wend";

  private final Configuration configuration;
  private final Optional<ControlTopic> control;
  private final ControlLog said;
  private final Beginning beginning;

  private LiveJob(
      Configuration configuration,
      Optional<ControlTopic> control,
      ControlLog said,
      Beginning beginning) {
    this.configuration = configuration;
    this.control = control;
    this.said = said;
    this.beginning = beginning;
  }

  /**
   * Looks at all topics, makes those that are missing but those of events, and reads what the control topic says by now.
   *
   * @param files the scenarios of files
   * @throws TopicUnavailableException when a topic of events is missing, or the brokers cannot be asked
   */
  public static LiveJob of(Configuration configuration, List<CheckedScenario> files)
      throws TopicUnavailableException {
    lookAtTopics(configuration);
    Optional<ControlTopic> control = control(configuration);
    ControlLog said = ControlLog.EMPTY;
    if (control.isPresent()) {
      control.get().ensureExists();
      said = control.get().read();
    }
    return new LiveJob(
        configuration, control, said, Beginning.of(ScenarioDocument.of(files), said.messages()));
  }

  private static void lookAtTopics(Configuration configuration) throws TopicUnavailableException {
    KafkaInput kafka = configuration.source().kafka();
    if (kafka.topics() instanceof Topics.Named named) {
      for (String topic : named.names()) {
        new JobTopic(kafka.properties().at(kafka.bootstrapServers()), topic).requireExists();
      }
    }
    for (SinkSettings sink : configuration.sinks()) {
      if (sink instanceof SinkSettings.Kafka written) {
        new JobTopic(
                configuration.properties(written).at(configuration.bootstrapServers(written)),
                written.topic())
            .ensureExists(written.head().output() == Output.STATUS);
      }
    }
  }

  /** The topic of deployments; empty where these are off. */
  public static Optional<ControlTopic> control(Configuration configuration) {
    KafkaInput kafka = configuration.source().kafka();
    return configuration
        .scenarios()
        .controlTopic()
        .map(topic -> new ControlTopic(kafka.properties().at(kafka.bootstrapServers()), topic));
  }

  /** How many scenarios run from the first event of a job that restores no state. */
  public int scenarios() {
    return beginning.documents().size();
  }

  /**
   * Lays the whole job out, its sinks included.
   *
   * @throws IOException when the mapping file cannot be read
   * @throws InvalidMappingException when it has errors
   */
  public void lay(StreamExecutionEnvironment environment)
      throws IOException, InvalidMappingException {
    environment.configure(settings());
    configuration.parallelism().ifPresent(environment::setParallelism);
    LivePlan plan =
        new LivePlan(
            EventInput.of(configuration)
                .source(clock(), RecordTypes.EVENT, RecordTypes.DEAD_LETTER),
            requests(),
            beginning,
            configuration.dedupHorizon(),
            configuration.profileRetention());
    OutputSinks.attach(LiveTopology.build(environment, plan), configuration);
  }

  /** All records are immutable, so that none need be copied between the operators of a task. */
  private org.apache.flink.configuration.Configuration settings() {
    org.apache.flink.configuration.Configuration settings =
        new org.apache.flink.configuration.Configuration();
    Duration interval = configuration.guarantees().checkpointInterval();
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval);
    settings.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    return settings;
  }

  private EventClock clock() {
    EventSource source = configuration.source();
    EventClock.Mode mode =
        configuration.clock() == ClockMode.WALL ? EventClock.Mode.WALL : EventClock.Mode.EVENTS;
    return new EventClock(mode, source.outOfOrderness(), source.idleAfter());
  }

  private Source<ControlMessage, ?, ?> requests() {
    return control
        .<Source<ControlMessage, ?, ?>>map(topic -> topic.source(said, RecordTypes.CONTROL_MESSAGE))
        .orElseGet(NoRequests::new);
  }
}
