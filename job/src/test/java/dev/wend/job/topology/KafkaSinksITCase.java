package dev.wend.job.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.kafka.Broker;
import dev.wend.event.Channel;
import dev.wend.event.Json;
import dev.wend.job.config.Configuration;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the topics that a configuration names. */
class KafkaSinksITCase {
  private static final int ACTIONS = 1_000;

  @RegisterExtension static final MiniClusterExtension CLUSTER = new MiniClusterExtension();

  @TempDir private static Path directory;
  private static Broker broker;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = Broker.start(directory);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"exactly-once", "at-least-once"})
  void everyOutputGoesToTheTopicsThatTakeIt(String delivery) throws Exception {
    List<String> names =
        List.of("all", "mails", "store", "trace", "status", "late", "dead", "dead-again");
    for (String name : names) {
      broker.createTopic(name + "-" + delivery, 1);
    }
    StreamExecutionEnvironment environment = Written.environment();
    OutputSinks.attach(
        Written.outputs(
            environment,
            Written.actions(
                environment,
                Written.action("a1", "send-email", Channel.ONLINE),
                Written.action("a2", "send-sms", Channel.ONLINE),
                Written.action("a3", "send-push", Channel.OFFLINE))),
        configuration(
            delivery,
            sink("all", "actions", delivery),
            sink("mails", "actions", delivery).replace("}", ", types: [send-email, send-sms] }"),
            sink("store", "actions", delivery).replace("}", ", channels: offline }"),
            sink("trace", "trace", delivery),
            sink("status", "status", delivery),
            sink("late", "late", delivery),
            sink("dead", "dead-letter", delivery),
            sink("dead-again", "dead-letter", delivery)));
    environment.execute();

    assertThat(ids("all-" + delivery)).containsExactly("a1", "a2", "a3");
    assertThat(ids("mails-" + delivery)).containsExactly("a1", "a2");
    assertThat(ids("store-" + delivery)).containsExactly("a3");
    assertThat(broker.values("trace-" + delivery))
        .containsExactly(Written.TRACE.toJson().toString());
    assertThat(broker.values("status-" + delivery))
        .containsExactly(Written.STATUS.toJson().toString());
    assertThat(broker.keys("status-" + delivery)).containsExactly("cart");
    assertThat(broker.values("late-" + delivery)).containsExactly(Written.LATE.toJson().toString());
    for (String name : List.of("dead-", "dead-again-")) {
      assertThat(broker.values(name + delivery))
          .containsExactly(Written.DEAD_LETTER.toJson().toString());
    }
  }

  @Test
  void twoSinksOfOneOutputLoseAndDoubleNothing() throws Exception {
    broker.createTopic("one", 2);
    broker.createTopic("other", 1);
    StreamExecutionEnvironment environment = Written.environment();
    OutputSinks.attach(
        Written.outputs(
            environment, FailsOnce.actions(environment, ACTIONS, KafkaSinksITCase::awaitWritten)),
        configuration(
            "exactly-once",
            "{ name: one, kind: kafka, for: actions, topic: one }",
            "{ name: one-0, kind: kafka, for: actions, topic: other }"));
    environment.execute();

    assertThat(FailsOnce.FAILURES).hasValue(1);
    for (String topic : List.of("one", "other")) {
      assertThat(ids(topic)).doesNotHaveDuplicates().hasSize(ACTIONS);
      assertThat(broker.written(topic)).isGreaterThan(ACTIONS);
    }
  }

  private static void awaitWritten(int actions) {
    broker.awaitWritten("one", actions);
    broker.awaitWritten("other", actions);
  }

  private static String sink(String name, String output, String delivery) {
    return "{ name: %s, kind: kafka, for: %s, topic: %s-%s }"
        .formatted(name, output, name, delivery);
  }

  private static Configuration configuration(String delivery, String... sinks) {
    return Written.configuration(broker.client().get("bootstrap.servers"), delivery, sinks);
  }

  private static List<String> ids(String topic) {
    return broker.values(topic).stream()
        .map(value -> Json.read(value.getBytes(UTF_8)).path("actionId").textValue())
        .toList();
  }
}
