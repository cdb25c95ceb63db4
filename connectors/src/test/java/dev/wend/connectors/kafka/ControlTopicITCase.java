package dev.wend.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents and stops in topics of a real broker. */
class ControlTopicITCase {
  private static final byte[] NOT_TEXT = {(byte) 0xc3, '{', (byte) 0xff};

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

  private static ControlTopic topic(String name) {
    return new ControlTopic(ClientProperties.of(broker.client()), name);
  }

  @Test
  void aMissingTopicIsMadeToBeCompacted() throws Exception {
    ControlTopic topic = topic("made");
    assertThatThrownBy(topic::read)
        .isInstanceOf(TopicUnavailableException.class)
        .hasMessage("the brokers have no topic 'made'");

    assertThat(topic.ensureExists()).isEmpty();
    assertThat(topic.ensureExists()).isEmpty();
    assertThat(topic.read()).isEqualTo(new ControlLog(List.of(), new TreeMap<>(Map.of(0, 0L))));
    assertThat(policy("made")).isEqualTo("compact");
  }

  @Test
  void severalMayMakeItAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Optional<String>> creator = () -> topic("raced").ensureExists();
      for (Future<Optional<String>> each :
          threads.invokeAll(List.of(creator, creator, creator, creator))) {
        assertThat(each.get()).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @CsvSource({"delete,true", "'compact,delete',true", "compact,false"})
  void aTopicThatDeletesIsLeftAsItIs(String policy, boolean warned) throws Exception {
    String name = "policy-" + policy.replace(',', '-');
    create(new NewTopic(name, 2, (short) 1).configs(Map.of("cleanup.policy", policy)));

    Optional<String> warning = topic(name).ensureExists();

    assertThat(warning.isPresent()).isEqualTo(warned);
    warning.ifPresent(text -> assertThat(text).contains(name, "cleanup.policy=" + policy));
    assertThat(policy(name)).isEqualTo(policy);
  }

  @Test
  void anythingThatIsSentIsReadAndNothingTwice() throws Exception {
    broker.createTopic("control", 2);
    ControlTopic topic = topic("control");
    broker.send(List.of(new ProducerRecord<>("control", 1, null, NOT_TEXT)));
    broker.send(List.of(new ProducerRecord<>("control", 1, new byte[0], new byte[0])));
    broker.send(List.of(new ProducerRecord<>("control", 0, "b".getBytes(UTF_8), null)));

    ControlLog log = topic.read();

    assertThat(log.messages())
        .containsExactly(
            new ControlMessage("control/0@0", Optional.of("b"), Optional.empty()),
            new ControlMessage("control/1@0", Optional.empty(), Optional.of("\uFFFD{\uFFFD")),
            new ControlMessage("control/1@1", Optional.empty(), Optional.of("")));
    assertThat(log.next()).isEqualTo(Map.of(0, 1L, 1, 2L));

    String deployed;
    String stopped;
    try (ControlWriter writer = topic.writer()) {
      deployed = writer.deploy("größer", "{\"id\":\"größer\"}");
      stopped = writer.stop("größer");
    }
    List<ControlMessage> sent =
        List.of(
            new ControlMessage(deployed, Optional.of("größer"), Optional.of("{\"id\":\"größer\"}")),
            new ControlMessage(stopped, Optional.of("größer"), Optional.empty()));
    assertThat(deployed).matches("control/[01]@[12]");
    assertThat(topic.read().messages()).hasSize(5).containsAll(sent);
    assertThat(fromSource(topic, log, 2)).isEqualTo(texts(sent));
    assertThat(fromSource(topic, ControlLog.EMPTY, 5))
        .containsExactlyInAnyOrderElementsOf(texts(topic.read().messages()));
  }

  private static List<String> fromSource(ControlTopic topic, ControlLog read, int count)
      throws Exception {
    List<String> found = new ArrayList<>();
    try (CloseableIterator<String> messages =
        LocalJob.environment(new Configuration())
            .fromSource(
                topic.source(read, TypeInformation.of(ControlMessage.class)),
                WatermarkStrategy.noWatermarks(),
                "control")
            .map(ControlMessage::toString)
            .returns(Types.STRING)
            .executeAndCollect()) {
      while (found.size() < count) {
        found.add(messages.next());
      }
    }
    return found;
  }

  private static List<String> texts(List<ControlMessage> messages) {
    return messages.stream().map(ControlMessage::toString).toList();
  }

  private static void create(NewTopic topic) throws Exception {
    try (Admin admin = Admin.create(Map.copyOf(broker.client()))) {
      admin.createTopics(List.of(topic)).all().get();
    }
  }

  private static String policy(String name) throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
    try (Admin admin = Admin.create(Map.copyOf(broker.client()))) {
      return admin
          .describeConfigs(List.of(topic))
          .all()
          .get()
          .get(topic)
          .get("cleanup.policy")
          .value();
    }
  }
}
