package dev.wend.job.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.ActionRecord;
import dev.wend.event.Json;
import dev.wend.job.topology.PostedRecords.Answer;
import dev.wend.job.topology.PostedRecords.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an endpoint gets, and what becomes of records that it does not take. */
@Timeout(120)
class HttpSinkITCase {
  private static final int BATCH = 10;

  @RegisterExtension static final MiniClusterExtension CLUSTER = new MiniClusterExtension();

  @TempDir private Path directory;

  @Test
  void recordsArePostedInOrderAndInBatches() throws Exception {
    try (PostedRecords endpoint = PostedRecords.listen(0, request -> Answer.OK)) {
      post(endpoint.url().replace("//", "//me:secret@"), actions(105));

      assertThat(endpoint.taken()).containsExactlyElementsOf(ids(105));
      assertThat(endpoint.requests())
          .hasSizeBetween(11, 30)
          .allMatch(request -> request.ids().size() <= BATCH)
          .allMatch(request -> request.contentType().equals("application/json"))
          .allMatch(request -> request.authorization().equals("Basic bWU6c2VjcmV0"))
          .anyMatch(request -> request.ids().size() == BATCH);
      assertThat(endpoint.requests().stream().map(Request::key)).doesNotHaveDuplicates();
    }
    assertThat(deadLetters()).isEmpty();
  }

  @Test
  void theKeyOfOneRecordIsItsId() throws Exception {
    try (PostedRecords endpoint = PostedRecords.listen(0, request -> Answer.OK)) {
      post(endpoint.url(), actions(3), "batchSize: 1");

      assertThat(endpoint.requests()).extracting(Request::key).containsExactlyElementsOf(ids(3));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 503})
  void aRequestThatFailsIsSentAgainAsItWas(int status) throws Exception {
    Function<Request, Answer> answers =
        request -> request.number() <= 3 ? new Answer(status, "") : Answer.OK;
    try (PostedRecords endpoint = PostedRecords.listen(0, answers)) {
      post(endpoint.url(), actions(25));

      List<Request> requests = endpoint.requests();
      assertThat(requests.subList(0, 4)).map(Request::key).containsOnly(requests.get(0).key());
      assertThat(requests.subList(0, 4)).map(Request::ids).containsOnly(requests.get(0).ids());
      assertThat(endpoint.taken()).containsExactlyElementsOf(ids(25));
    }
    assertThat(deadLetters()).isEmpty();
  }

  @Test
  void anEndpointMaySayWhenItIsBack() throws Exception {
    List<Long> times = new ArrayList<>();
    Function<Request, Answer> answers =
        request -> {
          times.add(System.nanoTime());
          return request.number() == 1 ? new Answer(429, "2") : Answer.OK;
        };
    try (PostedRecords endpoint = PostedRecords.listen(0, answers)) {
      post(endpoint.url(), actions(1));
    }

    assertThat(times).hasSize(2);
    assertThat(times.get(1) - times.get(0)).isGreaterThan(1_900_000_000L);
  }

  @Test
  void onlyTheRecordsThatAreNotAcceptedBecomeDeadLetters() throws Exception {
    List<String> poison = List.of("action-13", "action-14", "action-40");
    Function<Request, Answer> answers =
        request ->
            request.ids().stream().anyMatch(poison::contains) ? new Answer(400, "") : Answer.OK;
    try (PostedRecords endpoint = PostedRecords.listen(0, answers)) {
      post(endpoint.url() + "?token=secret", actions(50));

      assertThat(endpoint.taken())
          .containsExactlyElementsOf(ids(50).stream().filter(id -> !poison.contains(id)).toList());
    }
    assertThat(deadLetters())
        .map(letter -> Json.read(letter.path("text").textValue().getBytes(UTF_8)))
        .map(action -> action.path("actionId").textValue())
        .containsExactlyInAnyOrderElementsOf(poison);
    assertThat(deadLetters())
        .allMatch(letter -> letter.path("source").textValue().equals("sink crm"))
        .allMatch(letter -> letter.path("reason").textValue().equals("delivery-failed"))
        .allMatch(letter -> letter.path("detail").textValue().equals("status 400"));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 503})
  void aJobOutlivesAnEndpointThatTakesNothing(int status) throws Exception {
    try (PostedRecords endpoint = PostedRecords.listen(0, request -> new Answer(status, "60"))) {
      post(endpoint.url(), actions(500), "retries: 0");

      assertThat(endpoint.requests()).hasSize(1);
    }
    assertThat(deadLetters())
        .hasSize(500)
        .anyMatch(letter -> letter.path("detail").textValue().equals("status " + status));
  }

  @Test
  void anEndpointThatIsDownForAWhileMissesNothing() throws Exception {
    PostedRecords first = PostedRecords.listen(0, request -> Answer.OK);
    int port = first.port();
    String url = first.url();
    first.close();
    List<PostedRecords> later = new ArrayList<>();
    Thread starter =
        new Thread(
            () -> {
              try {
                Thread.sleep(2_000);
                later.add(PostedRecords.listen(port, request -> Answer.OK));
              } catch (IOException | InterruptedException impossible) {
                throw new IllegalStateException(impossible);
              }
            });
    starter.start();

    post(url, actions(100), "retries: 20");

    starter.join();
    try (PostedRecords endpoint = later.get(0)) {
      assertThat(endpoint.taken()).containsExactlyElementsOf(ids(100));
    }
    assertThat(deadLetters()).isEmpty();
  }

  @Test
  void whatIsNotDeliveredIsInTheCheckpoint() throws Exception {
    Function<Request, Answer> answers =
        request -> FailsOnce.FAILURES.get() == 0 ? Answer.UNAVAILABLE : Answer.OK;
    try (PostedRecords endpoint = PostedRecords.listen(0, answers)) {
      StreamExecutionEnvironment environment = Written.environment();
      attach(
          environment,
          FailsOnce.actions(environment, 300),
          endpoint.url(),
          "batchSize: 1000, retries: 100");
      environment.execute();

      assertThat(FailsOnce.FAILURES).hasValue(1);
      assertThat(endpoint.taken()).containsExactlyElementsOf(ids(300));
      List<Request> requests = endpoint.requests();
      Request afterwards =
          requests.stream().filter(request -> request.status() == 200).findFirst().orElseThrow();
      assertThat(afterwards.key()).isEqualTo(requests.get(0).key());
      assertThat(afterwards.ids()).isEqualTo(requests.get(0).ids());
    }
    assertThat(deadLetters()).isEmpty();
  }

  @Test
  void deadLettersThatAreNotTakenComeToNoOtherSinkTwice() throws Exception {
    try (PostedRecords endpoint = PostedRecords.listen(0, request -> new Answer(400, ""))) {
      StreamExecutionEnvironment environment = Written.environment();
      OutputSinks.attach(
          Written.outputs(environment, actions(environment, 1)),
          Written.configuration(
              "nowhere:1",
              "exactly-once",
              sink("letters", "dead-letter", endpoint.url(), ""),
              files()));
      environment.execute();

      assertThat(endpoint.requests()).hasSize(1);
    }
    assertThat(deadLetters())
        .map(JsonNode::toString)
        .containsExactly(Written.DEAD_LETTER.toJson().toString());
  }

  private interface Actions {
    DataStream<ActionRecord> in(StreamExecutionEnvironment environment);
  }

  private static Actions actions(int count) {
    return environment -> actions(environment, count);
  }

  private static DataStream<ActionRecord> actions(
      StreamExecutionEnvironment environment, int count) {
    return Written.actions(
        environment,
        LongStream.range(0, count).mapToObj(Written::action).toArray(ActionRecord[]::new));
  }

  private void post(String url, Actions actions, String... settings) throws Exception {
    StreamExecutionEnvironment environment = Written.environment();
    attach(environment, actions.in(environment), url, String.join(", ", settings));
    environment.execute();
  }

  private void attach(
      StreamExecutionEnvironment environment,
      DataStream<ActionRecord> actions,
      String url,
      String settings) {
    LiveOutputs all = Written.outputs(environment, actions);
    LiveOutputs noDeadLetters =
        new LiveOutputs(
            all.actions(),
            all.trace(),
            all.status(),
            all.late(),
            all.deadLetters().filter(letter -> false));
    OutputSinks.attach(
        noDeadLetters,
        Written.configuration(
            "nowhere:1", "exactly-once", files(), sink("crm", "actions", url, settings)));
  }

  private static String sink(String name, String output, String url, String settings) {
    String batch = settings.contains("batchSize") ? "" : ", batchSize: " + BATCH;
    return "{ name: %s, kind: http, for: %s, url: \"%s\", timeout: PT2S, backoff: PT0.1S%s%s }"
        .formatted(name, output, url, batch, settings.isEmpty() ? "" : ", " + settings);
  }

  private String files() {
    return "{ name: kept, kind: files, for: dead-letter, directory: %s }".formatted(directory);
  }

  private static List<String> ids(int count) {
    return LongStream.range(0, count).mapToObj(number -> "action-" + number).toList();
  }

  private List<JsonNode> deadLetters() throws IOException {
    List<JsonNode> letters = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
        for (String line : Files.readAllLines(file)) {
          letters.add(Json.read(line.getBytes(UTF_8)));
        }
      }
    }
    return letters;
  }
}
