package dev.wend.job.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.kafka.Broker;
import dev.wend.event.ActionRecord;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.event.StatusRecord.Finding;
import dev.wend.job.operator.RecordTypes;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record that is larger than its topic takes is told of, and the others arrive. */
class LargeRecordsITCase {
  private static final int MEGABYTE = 1 << 20;

  /** What cannot be compressed to less than three quarters. */
  private static final String NOISE = noise(2 * MEGABYTE);

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
  void areDeadLettersAndTheOthersArrive(String delivery) throws Exception {
    String[] outputs = {"actions", "status", "late", "dead-letter"};
    for (String output : outputs) {
      broker.createTopic(topic(output, delivery), 1);
    }
    StreamExecutionEnvironment environment = Written.environment();
    OutputSinks.attach(
        outputs(environment),
        Written.configuration(
            broker.client().get("bootstrap.servers"),
            delivery,
            List.of(outputs).stream()
                .map(
                    output ->
                        "{ name: %s, kind: kafka, for: %s, topic: %s }"
                            .formatted(output, output, topic(output, delivery)))
                .toArray(String[]::new)));
    environment.execute();

    assertThat(json("actions", delivery))
        .extracting(action -> action.path("actionId").textValue())
        .as("what is large but compressed small enough arrives")
        .containsExactly("a1", "compressible", "a3");
    assertThat(json("late", delivery)).isEmpty();
    assertThat(json("status", delivery))
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.path("scenarioId").textValue()).isEqualTo("cart");
              assertThat(answer.path("message").textValue()).contains("too long to be written");
              assertThat(answer.has("issues")).isFalse();
            });
    assertThat(json("dead-letter", delivery))
        .hasSize(4)
        .anySatisfy(letter -> assertGivenUp(letter, "actions", "\"actionId\":\"noise\""))
        .anySatisfy(letter -> assertGivenUp(letter, "actions", "\"actionId\":\"beyond\""))
        .anySatisfy(letter -> assertGivenUp(letter, "late", "\"messageId\":\"m1\""))
        .anySatisfy(letter -> assertThat(letter.path("source").asText()).startsWith("customer "));
  }

  private static void assertGivenUp(JsonNode letter, String sink, String beginning) {
    assertThat(letter.path("source").textValue()).isEqualTo("sink " + sink);
    assertThat(letter.path("reason").textValue()).isEqualTo("delivery-failed");
    assertThat(letter.path("detail").textValue()).contains(" bytes is larger than the topic '");
    assertThat(letter.path("text").textValue()).startsWith("{" + beginning);
    assertThat(letter.path("cut").booleanValue()).isTrue();
  }

  private static LiveOutputs outputs(StreamExecutionEnvironment environment) {
    Finding finding =
        new Finding("SCN001", "error", OptionalLong.empty(), OptionalLong.empty(), "", NOISE);
    StatusRecord answer =
        new StatusRecord(
            StatusKind.REFUSED,
            Optional.of("cart"),
            OptionalLong.empty(),
            Optional.of("control/0@1"),
            Optional.empty(),
            Collections.nCopies(2, finding),
            OptionalLong.empty());
    CustomerEvent late =
        new CustomerEvent("m1", "c1", EventKind.CUSTOM, "x", 1, large(NOISE), Channel.ONLINE, 7);
    DeadLetter endless =
        DeadLetter.of(
            "customer " + NOISE, 0, DeadLetterReason.ENGINE_FAILURE, NOISE, NOISE.getBytes(UTF_8));
    return new LiveOutputs(
        Written.actions(
            environment,
            Written.action("a1", "send-email", Channel.ONLINE),
            action("noise", NOISE),
            action("compressible", "text ".repeat(MEGABYTE / 2)),
            action("beyond", "text ".repeat(2 * MEGABYTE)),
            Written.action("a3", "send-email", Channel.ONLINE)),
        Written.of(environment, RecordTypes.TRACE, Written.TRACE),
        Written.of(environment, RecordTypes.STATUS, answer),
        Written.of(environment, RecordTypes.EVENT, late),
        Written.of(environment, RecordTypes.DEAD_LETTER, endless));
  }

  private static ActionRecord action(String id, String text) {
    return new ActionRecord(
        id,
        "cart",
        1,
        "i1",
        "c1",
        "node",
        "webhook",
        Channel.ONLINE,
        1,
        large(text),
        Optional.empty(),
        0);
  }

  private static ObjectNode large(String text) {
    return Json.object().put("text", text);
  }

  private static String noise(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String topic(String output, String delivery) {
    return output + "-" + delivery;
  }

  private static List<JsonNode> json(String output, String delivery) {
    return broker.values(topic(output, delivery)).stream()
        .map(value -> Json.read(value.getBytes(UTF_8)))
        .toList();
  }
}
