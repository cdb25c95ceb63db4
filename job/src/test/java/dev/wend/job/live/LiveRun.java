package dev.wend.job.live;

import dev.wend.check.CheckedScenario;
import dev.wend.check.ScenarioChecker;
import dev.wend.connectors.kafka.Broker;
import dev.wend.connectors.kafka.ControlTopic;
import dev.wend.event.Json;
import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.issue.Source;
import dev.wend.job.config.Configuration;
import dev.wend.job.config.ConfigurationReader;
import dev.wend.job.config.ConfigurationResult;
import dev.wend.job.operator.ScenarioDocument;
import dev.wend.job.topology.LiveJob;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A live job as its configuration lays it out, on a cluster in this process and a real broker, with topics of its own. */
final class LiveRun {
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private final MiniCluster cluster;
  private final Broker broker;
  private final String name;
  private final List<String> settings;
  private JobID job;

  private LiveRun(MiniCluster cluster, Broker broker, String name, List<String> settings) {
    this.cluster = cluster;
    this.broker = broker;
    this.name = name;
    this.settings = settings;
  }

  /**
   * Makes the topics, that of events with some partitions.
   *
   * @param name of the run, with which the names of its topics begin
   */
  static LiveRun prepare(
      MiniCluster cluster, Broker broker, String name, int partitions, List<String> settings)
      throws Exception {
    broker.createTopic(name + "-events", partitions);
    for (String output : List.of("actions", "trace", "status", "late", "dead-letter")) {
      broker.createTopic(name + "-" + output, 1);
    }
    return new LiveRun(cluster, broker, name, settings);
  }

  /** The arguments by which commands know the run's topics. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    configured()
        .forEach(
            setting -> {
              arguments.add("--set");
              arguments.add(setting);
            });
    return arguments;
  }

  private List<String> configured() {
    List<String> all = new ArrayList<>();
    all.add("source.kafka.bootstrapServers=" + broker.client().get("bootstrap.servers"));
    all.add("source.kafka.topics=" + name + "-events");
    all.add("source.kafka.groupId=" + name);
    all.add("source.kafka.start=earliest");
    all.add("scenarios.controlTopic=" + name + "-control");
    all.add("checkpointing.interval=PT0.3S");
    for (String output : List.of("actions", "trace", "status", "late", "dead-letter")) {
      all.add("sinks." + output + ".topic=" + name + "-" + output);
    }
    all.addAll(settings);
    return all;
  }

  Configuration configuration() {
    ConfigurationResult read =
        ConfigurationReader.read(new Source("test", ""), Map.of(), configured());
    return read.configuration()
        .orElseThrow(() -> new IllegalArgumentException(read.issues().toString()));
  }

  /** Starts the job with these documents as its files. */
  LiveRun start(int parallelism, List<ScenarioDocument> files) throws Exception {
    return start(parallelism, files, Optional.empty());
  }

  /** Starts the job from a savepoint. */
  LiveRun start(int parallelism, List<ScenarioDocument> files, Optional<String> savepoint)
      throws Exception {
    StreamExecutionEnvironment environment = new StreamExecutionEnvironment();
    environment.setParallelism(parallelism);
    environment.setMaxParallelism(16);
    LiveJob.of(configuration(), files.stream().map(LiveRun::checked).toList()).lay(environment);
    StreamGraph graph = environment.getStreamGraph();
    graph.setJobName(name);
    savepoint.ifPresent(
        path -> graph.getJobConfiguration().set(StateRecoveryOptions.SAVEPOINT_PATH, path));
    savepoint.ifPresent(
        path ->
            graph.setSavepointRestoreSettings(
                org.apache.flink.runtime.jobgraph.SavepointRestoreSettings.forPath(path)));
    job = cluster.submitJob(graph.getJobGraph()).get().getJobID();
    await(() -> cluster.getJobStatus(job).get() == JobStatus.RUNNING, "the job does not run");
    return this;
  }

  private static CheckedScenario checked(ScenarioDocument document) {
    return ScenarioChecker.check(document.name(), document.text()).scenario().orElseThrow();
  }

  JobID job() {
    return job;
  }

  /** Ends the job as an upgrade would, with nothing drained. */
  String stop(java.nio.file.Path savepoints) throws Exception {
    return cluster
        .stopWithSavepoint(job, savepoints.toString(), false, SavepointFormatType.CANONICAL)
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  void cancel() throws Exception {
    if (!cluster.getJobStatus(job).get().isTerminalState()) {
      cluster.cancelJob(job).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    await(() -> cluster.getJobStatus(job).get().isTerminalState(), "the job does not end");
  }

  /** Leaves no job behind that would keep others from running. */
  static void cancelAll(MiniCluster cluster) throws Exception {
    for (JobStatusMessage each : cluster.listJobs().get()) {
      if (!each.getJobState().isTerminalState()) {
        cluster.cancelJob(each.getJobId()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
    }
  }

  /** Sends records to partitions of the topic of events. */
  void send(int partition, List<String> records) throws Exception {
    broker.send(
        records.stream()
            .map(
                record ->
                    new ProducerRecord<byte[], byte[]>(
                        name + "-events", partition, null, record.getBytes(StandardCharsets.UTF_8)))
            .toList());
  }

  /** Sends records in their order, each to its partition. */
  void send(History history) throws Exception {
    broker.send(
        history.entries().stream()
            .map(
                entry ->
                    new ProducerRecord<byte[], byte[]>(
                        name + "-events",
                        entry.partition(),
                        null,
                        entry.record().getBytes(StandardCharsets.UTF_8)))
            .toList());
  }

  /** The same run, its job not started, with further settings, which beat those it has. */
  LiveRun with(List<String> further) {
    List<String> all = new ArrayList<>(settings);
    all.addAll(further);
    return new LiveRun(cluster, broker, name, all);
  }

  ControlTopic control() {
    return LiveJob.control(configuration()).orElseThrow();
  }

  /** What consumers of a topic see by now. */
  List<String> written(String output) {
    return broker.visible(name + "-" + output);
  }

  /** Waits until a topic holds at least so many records. */
  List<String> await(String output, int records) throws Exception {
    await(() -> written(output).size() >= records, "not " + records + " records of " + output);
    return written(output);
  }

  /** What consumers of a topic see in the end, when no transaction is open any more. */
  List<String> committed(String output) {
    return broker.values(name + "-" + output);
  }

  List<StatusRecord> status() {
    return written("status").stream()
        .map(line -> StatusRecord.fromJson(Json.read(line.getBytes(StandardCharsets.UTF_8))))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Waits for an answer. */
  StatusRecord await(Predicate<StatusRecord> wanted) throws Exception {
    await(() -> status().stream().anyMatch(wanted), "no such status");
    return status().stream().filter(wanted).findFirst().orElseThrow();
  }

  /** Up to where all customers were carried, as far as it was told. */
  OptionalLong watermark() {
    return status().stream()
        .filter(status -> status.kind() == StatusKind.PROGRESS)
        .mapToLong(status -> status.timestamp().orElseThrow())
        .max();
  }

  /** Waits until all customers were carried that far, or farther. */
  void awaitWatermark(long wanted) throws Exception {
    await(
        () -> watermark().orElse(Long.MIN_VALUE) >= wanted,
        "the watermark does not reach " + Instant.ofEpochMilli(wanted));
  }

  /** Something that may fail while it is asked. */
  interface Check {
    boolean holds() throws Exception;
  }

  static void await(Check check, String complaint) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!check.holds()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(complaint + " within " + PATIENCE);
      }
      Thread.sleep(100);
    }
  }
}
