package dev.wend.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.ActionRecord;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.Json;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.types.Either;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What consumers see of a job whose task fails between two checkpoints. */
class DeliveryITCase {
  private static final int EVENTS = 2_000;

  @RegisterExtension static final MiniClusterExtension CLUSTER = new MiniClusterExtension();

  @TempDir private static Path directory;
  private static Broker broker;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = Broker.start(directory);
    broker.createTopic("events", 2);
    broker.send(IntStream.range(0, EVENTS).mapToObj(DeliveryITCase::message).toList());
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void arm() {
    FailsOnce.FAILURES.set(0);
    FailsOnce.RECORDS.set(0);
  }

  @Test
  void exactlyOnceLosesNothingAndDoublesNothing() throws Exception {
    broker.createTopic("once", 2);

    runWithFailure(new Delivery.ExactlyOnce("delivery", Duration.ofMinutes(1)), "once");

    assertThat(FailsOnce.FAILURES).hasValue(1);
    assertThat(ids("once")).doesNotHaveDuplicates().hasSize(EVENTS);
    assertThat(broker.written("once"))
        .as("what was written after the checkpoint is there, in an aborted transaction")
        .isGreaterThan(EVENTS);
  }

  @Test
  void atLeastOnceLosesNothing() throws Exception {
    broker.createTopic("again", 2);

    runWithFailure(new Delivery.AtLeastOnce(), "again");

    assertThat(FailsOnce.FAILURES).hasValue(1);
    List<String> ids = ids("again");
    assertThat(ids).hasSizeGreaterThan(EVENTS);
    assertThat(ids.stream().distinct()).hasSize(EVENTS);
  }

  private static List<String> ids(String topic) {
    return broker.committed(topic).stream().map(DeliveryITCase::actionId).toList();
  }

  private static String actionId(ConsumerRecord<byte[], byte[]> message) {
    return Json.read(message.value()).get("actionId").textValue();
  }

  private static void runWithFailure(Delivery delivery, String topic) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
    StreamExecutionEnvironment environment = LocalJob.environment(configuration);
    ClientProperties client = ClientProperties.of(broker.client());
    KafkaEvents events =
        KafkaEvents.of(client, new Topics.Named(List.of("events")), topic)
            .from(new StartFrom.Earliest());
    LocalJob.read(environment, events, Clock.systemUTC())
        .map(new FailsOnce(topic))
        .returns(TypeInformation.of(ActionRecord.class))
        .sinkTo(new KafkaOutput(client, delivery).actions(TopicChoice.always(topic)));
    environment.execute();
  }

  private static ProducerRecord<byte[], byte[]> message(int number) {
    String value =
        Json.object()
            .put("type", "page")
            .put("messageId", "m" + number)
            .put("userId", "c" + number % 10)
            .put("timestamp", number)
            .toString();
    return new ProducerRecord<>("events", value.getBytes(UTF_8));
  }

  /**
   * An action for each event, slowly; fails some records after its second checkpoint, the first time, when these have left the
   * sink's buffer.
   */
  private static final class FailsOnce
      implements MapFunction<Either<CustomerEvent, DeadLetter>, ActionRecord>,
          CheckpointedFunction,
          CheckpointListener {
    static final AtomicInteger FAILURES = new AtomicInteger();

    /** How many have gone to the sink, from all tasks. */
    static final AtomicInteger RECORDS = new AtomicInteger();

    private static final long serialVersionUID = 1;
    private static final int RECORDS_BETWEEN = 50;

    private final String topic;
    private int checkpoints;
    private int recordsSince;

    FailsOnce(String topic) {
      this.topic = topic;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
      // has none
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
      recordsSince = 0;
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
      checkpoints++;
    }

    @Override
    public ActionRecord map(Either<CustomerEvent, DeadLetter> read) throws InterruptedException {
      Thread.sleep(1);
      recordsSince++;
      if (checkpoints >= 2 && recordsSince >= RECORDS_BETWEEN && FAILURES.compareAndSet(0, 1)) {
        broker.awaitWritten(topic, RECORDS.get());
        throw new IllegalStateException("a task that fails once");
      }
      RECORDS.incrementAndGet();
      CustomerEvent event = read.left();
      return new ActionRecord(
          "action-" + event.messageId(),
          "cart",
          1,
          "i1",
          event.customerId(),
          "mail",
          "send-email",
          Channel.ONLINE,
          event.timestamp(),
          Json.object(),
          Optional.empty(),
          0);
    }
  }
}
