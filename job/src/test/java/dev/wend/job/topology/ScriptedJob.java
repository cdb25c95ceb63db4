package dev.wend.job.topology;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.kafka.ControlMessage;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.event.TraceKind;
import dev.wend.event.TraceRecord;
import dev.wend.job.deployment.Beginning;
import dev.wend.job.operator.RecordTypes;
import dev.wend.job.operator.ScenarioDocument;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.types.Either;

/** A live job in this process, of which a test writes the events and requests, and reads what comes of them. */
final class ScriptedJob {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Map<String, List<Object>> WRITTEN = new ConcurrentHashMap<>();

  private final MiniCluster cluster;
  private final String name;
  private final ScriptedSource<Either<CustomerEvent, DeadLetter>> events;
  private final ScriptedSource<ControlMessage> requests;
  private final int partitions;
  private final AtomicInteger asked = new AtomicInteger();
  private JobID job;

  ScriptedJob(MiniCluster cluster, String name, int partitions) {
    this.cluster = cluster;
    this.name = name;
    this.partitions = partitions;
    events =
        ScriptedSource.of(
            name + "-events",
            partitions,
            each -> each.isLeft() ? each.left().timestamp() : Long.MIN_VALUE);
    requests = ScriptedSource.of(name + "-requests", 1, each -> Long.MIN_VALUE);
    for (String output : List.of("trace", "status")) {
      WRITTEN.put(name + "-" + output, new CopyOnWriteArrayList<>());
    }
  }

  ScriptedSource<Either<CustomerEvent, DeadLetter>> events() {
    return events;
  }

  /** Starts it, or restores it. */
  ScriptedJob start(
      int parallelism, Duration checkpoints, List<ScenarioDocument> files, Optional<Path> savepoint)
      throws Exception {
    StreamExecutionEnvironment environment = new StreamExecutionEnvironment();
    environment.configure(settings(checkpoints));
    environment.setParallelism(parallelism);
    environment.setMaxParallelism(16);
    lay(environment, files);
    StreamGraph graph = environment.getStreamGraph();
    savepoint.ifPresent(
        path ->
            graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(path.toString())));
    job = cluster.submitJob(graph.getJobGraph()).get().getJobID();
    await(() -> cluster.getJobStatus(job).get() == JobStatus.RUNNING, "the job does not run");
    return this;
  }

  private static Configuration settings(Duration checkpoints) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 100);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    return settings;
  }

  void lay(StreamExecutionEnvironment environment, List<ScenarioDocument> files) {
    LiveOutputs outputs =
        LiveTopology.build(
            environment,
            new LivePlan(
                events,
                requests,
                Beginning.of(files, List.of()),
                Duration.ofHours(1),
                Optional.empty()));
    write(outputs.trace(), "trace", RecordTypes.TRACE);
    write(outputs.status(), "status", RecordTypes.STATUS);
  }

  private <T> void write(DataStream<T> records, String output, TypeInformation<T> type) {
    String list = name + "-" + output;
    records
        .map(
            written -> {
              WRITTEN.get(list).add(written);
              return written;
            })
        .returns(type)
        .uid("written-" + output)
        .setParallelism(1)
        .sinkTo(new DiscardingSink<>())
        .uid("sink-" + output)
        .setParallelism(1);
  }

  /** Someone looks at a product. */
  void view(int partition, String customerId, long timestamp) {
    happen(partition, EventKind.PRODUCT_VIEWED, customerId, timestamp);
  }

  /** Moves the clock there, by what nobody asks for. */
  void reach(long timestamp) {
    for (int partition = 0; partition < partitions; partition++) {
      happen(partition, EventKind.PAGE_VISITED, "nobody", timestamp + 1);
    }
  }

  private void happen(int partition, EventKind kind, String customerId, long timestamp) {
    events.append(
        partition,
        Either.Left(
            new CustomerEvent(
                customerId + "@" + timestamp,
                customerId,
                kind,
                "",
                timestamp,
                Json.object(),
                Channel.ONLINE,
                0)));
  }

  /** Asks for a document, or, if it is empty, for a stop; the result is the name of the request. */
  String ask(String scenarioId, Optional<String> document) {
    String request = ControlMessage.request("control", 0, asked.getAndIncrement());
    requests.append(0, new ControlMessage(request, Optional.of(scenarioId), document));
    return request;
  }

  StatusRecord await(String request, StatusKind kind) throws Exception {
    await(() -> answer(request, kind).isPresent(), "no request is " + kind + " of " + request);
    return answer(request, kind).orElseThrow();
  }

  Optional<StatusRecord> answer(String request, StatusKind kind) {
    return status().stream()
        .filter(status -> status.kind() == kind)
        .filter(status -> status.request().filter(request::equals).isPresent())
        .findFirst();
  }

  List<StatusRecord> status() {
    return WRITTEN.get(name + "-status").stream().map(StatusRecord.class::cast).toList();
  }

  /** The scenarios and versions that a customer entered, each as often as it was told. */
  List<String> entered(String customerId) {
    return WRITTEN.get(name + "-trace").stream()
        .map(TraceRecord.class::cast)
        .filter(trace -> trace.kind() == TraceKind.ENTERED)
        .filter(trace -> trace.customerId().equals(customerId))
        .map(trace -> trace.subject().orElseThrow())
        .map(subject -> subject.scenarioId() + " " + subject.scenarioVersion())
        .toList();
  }

  void awaitEntered(String customerId, String scenario) throws Exception {
    await(() -> entered(customerId).contains(scenario), customerId + " does not enter " + scenario);
  }

  /** Ends the job as an upgrade would. */
  Path stop(Path savepoints) throws Exception {
    return Path.of(
        URI.create(
            cluster
                .stopWithSavepoint(job, savepoints.toString(), false, SavepointFormatType.CANONICAL)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)));
  }

  void cancel() throws Exception {
    cluster.cancelJob(job).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    await(() -> cluster.getJobStatus(job).get().isTerminalState(), "the job does not end");
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
      Thread.sleep(5);
    }
  }
}
