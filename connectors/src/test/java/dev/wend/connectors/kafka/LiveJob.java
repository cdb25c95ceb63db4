package dev.wend.connectors.kafka;

import static org.assertj.core.api.Assertions.fail;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.CustomerEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.types.Either;

/** A job that reads for ever and notes the time that it is told. */
final class LiveJob implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final JobClient client;
  private final List<TimeLog.Entry> log;

  private LiveJob(JobClient client, List<TimeLog.Entry> log) {
    this.client = client;
    this.log = log;
  }

  /** What a job is made of, but for the events. */
  record Settings(
      String name, int parallelism, Duration perRecord, EventClock clock, Configuration flink) {
    static Settings of(String name, EventClock clock) {
      return new Settings(name, 1, Duration.ZERO, clock, new Configuration());
    }

    Settings parallelism(int other) {
      return new Settings(name, other, perRecord, clock, flink);
    }

    Settings taking(Duration each) {
      return new Settings(name, parallelism, each, clock, flink);
    }

    Settings configured(Configuration other) {
      return new Settings(name, parallelism, perRecord, clock, other);
    }
  }

  static LiveJob start(KafkaEvents events, Settings settings) throws Exception {
    StreamExecutionEnvironment environment = LocalJob.environment(settings.flink());
    environment
        .fromSource(
            events.source(settings.clock(), LocalJob.EVENT, LocalJob.DEAD_LETTER),
            WatermarkStrategy.noWatermarks(),
            "events")
        .uid("events")
        .setParallelism(settings.parallelism())
        .map(LiveJob::describe)
        .returns(Types.STRING)
        .setParallelism(settings.parallelism())
        .transform("log", Types.STRING, new TimeLog(settings.name(), settings.perRecord()))
        .sinkTo(new DiscardingSink<>());
    JobClient client = environment.executeAsync(settings.name());
    return new LiveJob(client, TimeLog.of(settings.name()));
  }

  private static String describe(Either<CustomerEvent, DeadLetter> read) {
    return read.isLeft() ? read.left().messageId() : read.right().reason().id();
  }

  List<TimeLog.Entry> log() {
    return List.copyOf(log);
  }

  List<TimeLog.Seen> seen() {
    return only(TimeLog.Seen.class);
  }

  List<TimeLog.Time> times() {
    return only(TimeLog.Time.class);
  }

  private <T extends TimeLog.Entry> List<T> only(Class<T> kind) {
    return log.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  boolean isAt(long watermark) {
    return times().stream().anyMatch(time -> time.watermark() == watermark);
  }

  boolean isIdle() {
    List<TimeLog.Entry> all = log();
    return !all.isEmpty() && all.get(all.size() - 1).equals(new TimeLog.Idle(true));
  }

  /** Looks again and again. */
  void await(String what, BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (client.getJobStatus().get().isGloballyTerminalState()) {
        fail("the job ended: " + client.getJobExecutionResult().get());
      }
      if (System.nanoTime() > deadline) {
        fail("it did not happen that " + what + "; seen: " + log);
      }
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
  }

  String stopWithSavepoint(Path directory) throws Exception {
    return client
        .stopWithSavepoint(false, directory.toUri().toString(), SavepointFormatType.CANONICAL)
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() throws Exception {
    if (!client.getJobStatus().get().isGloballyTerminalState()) {
      client.cancel().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }
}
