package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.connectors.kafka.Broker;
import dev.wend.connectors.kafka.ClientProperties;
import dev.wend.connectors.kafka.ControlMessage;
import dev.wend.connectors.kafka.ControlTopic;
import dev.wend.event.Json;
import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code wend deploy}, {@code stop} and {@code status} on a real broker. */
class DeploymentCommandsITCase {
  private static final Path WELCOME = Path.of("../conf/scenarios/welcome-series.json");
  private static final Path WIN_BACK = Path.of("../conf/scenarios/win-back.json");
  private static final long FROM = 1_767_225_600_001L;
  private static final String FROM_TEXT = "2026-01-01T00:00:00.001Z";

  @TempDir private static Path directory;
  private static Broker broker;
  private static Path configuration;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = Broker.start(directory);
    configuration = directory.resolve("wend.yaml");
    Files.writeString(
        configuration,
        "source: {kafka: {bootstrapServers: ['"
            + broker.client().get("bootstrap.servers")
            + "'], topics: [events]}}\n");
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  private static CommandRun run(String topics, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", configuration.toString()));
    all.addAll(List.of("--set", "scenarios.controlTopic=" + topics + "-control"));
    all.addAll(List.of("--set", "sinks.status.topic=" + topics + "-status"));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static JobStandIn job(String topics, StatusKind... answers) throws Exception {
    broker.createTopic(topics + "-status", 2);
    return new JobStandIn(
        broker,
        topics + "-control",
        topics + "-status",
        message -> Stream.of(answers).map(kind -> answer(kind, message)).toList());
  }

  private static StatusRecord answer(StatusKind kind, ControlMessage message) {
    OptionalLong version =
        message.document().isPresent() ? OptionalLong.of(1) : OptionalLong.empty();
    StatusRecord record =
        StatusRecord.of(kind, message.key().orElseThrow(), version, message.request());
    return switch (kind) {
      case RUNNING, STOPPED -> record.at(FROM);
      case UNCHANGED -> record.because("nothing\u001b changes");
      case REFUSED ->
          new StatusRecord(
              kind,
              record.scenarioId(),
              version,
              record.request(),
              Optional.of("the document has errors"),
              List.of(
                  new StatusRecord.Finding(
                      "SCN012", "error", OptionalLong.of(9), OptionalLong.of(63), "", "no time")),
              OptionalLong.empty());
      case ACCEPTED, PROGRESS -> record;
    };
  }

  private static ControlTopic control(String topics) {
    return new ControlTopic(ClientProperties.of(broker.client()), topics + "-control");
  }

  static Stream<Arguments> answers() {
    StatusKind accepted = StatusKind.ACCEPTED;
    return Stream.of(
        Arguments.of("deploy", List.of(accepted, StatusKind.RUNNING), 0, "running.*" + FROM_TEXT),
        Arguments.of("deploy", List.of(accepted, StatusKind.STOPPED), 0, "stopped.*" + FROM_TEXT),
        Arguments.of("deploy", List.of(StatusKind.UNCHANGED), 0, "unchanged"),
        Arguments.of("deploy", List.of(StatusKind.REFUSED), 1, "refused"),
        Arguments.of("deploy", List.of(accepted), 3, "accepted"),
        Arguments.of("deploy", List.of(), 3, "none"),
        Arguments.of("stop", List.of(accepted, StatusKind.STOPPED), 0, "stopped.*" + FROM_TEXT),
        Arguments.of("stop", List.of(StatusKind.UNCHANGED), 0, "unchanged"),
        Arguments.of("stop", List.of(), 3, "none"));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void theAnswerIsTheExitCode(
      String command, List<StatusKind> answers, int exitCode, String expected) throws Exception {
    String topics = command + String.join("", answers.stream().map(StatusKind::id).toList());
    String what = command.equals("deploy") ? WELCOME.toString() : "welcome-series";
    try (JobStandIn job = job(topics, answers.toArray(StatusKind[]::new))) {
      CommandRun run = run(topics, command, what, "--wait", exitCode == 3 ? "PT3S" : "PT30S");

      assertThat(run.exitCode()).as(run.complained()).isEqualTo(exitCode);
      assertThat(run.printed())
          .containsPattern("welcome-series .*" + expected + ".*" + topics + "-control/0@0");
      assertThat(run.complained().contains("error: no last answer to 1 of 1 within PT3S"))
          .isEqualTo(exitCode == 3);
    }
  }

  @Test
  void documentsGoAsTheyAreWritten() throws Exception {
    try (JobStandIn job = job("several", StatusKind.ACCEPTED, StatusKind.RUNNING)) {
      CommandRun run = run("several", "deploy", WELCOME.toString(), WIN_BACK.toString());

      assertThat(run.exitCode()).isZero();
      assertThat(run.complained())
          .contains("welcome-series: sent as several-control/0@0", "win-back: running");
    }
    assertThat(control("several").read().messages())
        .containsExactly(
            new ControlMessage(
                "several-control/0@0",
                Optional.of("welcome-series"),
                Optional.of(Files.readString(WELCOME))),
            new ControlMessage(
                "several-control/0@1",
                Optional.of("win-back"),
                Optional.of(Files.readString(WIN_BACK))));
  }

  @Test
  void whatIsWrongIsExplained() throws Exception {
    try (JobStandIn job = job("explained", StatusKind.REFUSED)) {
      assertThat(run("explained", "deploy", WELCOME.toString()).printed())
          .contains("welcome-series: the document has errors")
          .contains("  error SCN012 9:63: no time");
    }
    try (JobStandIn job = job("said", StatusKind.UNCHANGED)) {
      assertThat(run("said", "stop", "a", "b", "a").printed())
          .contains("a: nothing\\u001b changes", "b: nothing\\u001b changes", "said-control/0@1")
          .doesNotContain("\u001b", "said-control/0@2");
    }
  }

  @Test
  void nothingIsSentWhereADocumentHasErrors() throws Exception {
    Path broken = Files.writeString(directory.resolve("broken.json"), "{\"id\": \"broken\"}");
    Path twin = Files.copy(WELCOME, directory.resolve("twin.json"));
    for (Path other : List.of(broken, twin, directory.resolve("missing.json"))) {
      CommandRun run = run("unsent", "deploy", WELCOME.toString(), other.toString());
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.complained()).contains("error SCN", other.getFileName().toString());
    }
    assertThatThrownBy(() -> control("unsent").read()).hasMessageContaining("have no topic");
  }

  @Test
  void aDraftIsAnnounced() throws Exception {
    Path draft = directory.resolve("draft.json");
    CommandRun.of("copy", WELCOME.toString(), "--id=draft", "--out=" + draft);

    CommandRun run = run("draft", "deploy", draft.toString(), "--no-wait");

    assertThat(run.exitCode()).as(run.complained()).isZero();
    assertThat(run.complained()).contains("note: 'draft' has the status draft: it will not run");
    assertThat(control("draft").read().messages()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploy ../conf/scenarios/win-back.json", "stop a", "status"})
  void topicsAreNeeded(String command) throws Exception {
    String[] arguments = command.split(" ", -1);
    CommandRun noTopic = run("none", arguments);
    assertThat(noTopic.exitCode()).as(noTopic.complained()).isEqualTo(3);
    assertThat(noTopic.complained()).contains("error: the brokers have no topic 'none-status'");
    assertThatThrownBy(() -> control("none").read()).hasMessageContaining("have no topic");

    Path silent =
        Files.writeString(
            directory.resolve("silent.yaml"),
            Files.readString(configuration) + "sinks: [{name: a, kind: console, for: status}]\n");
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", silent.toString()));
    CommandRun noSink = CommandRun.of(all.toArray(String[]::new));
    assertThat(noSink.exitCode()).isEqualTo(2);
    assertThat(noSink.complained()).contains("no sink of the kind kafka for status");
  }

  @ParameterizedTest
  @CsvSource({
    "stop a --set scenarios.controlTopic=off --set scenarios.files=x, 2, no control topic",
    "stop a --wait P2D, 2, must be from PT0S to P1D",
    "stop a --wait PT1S --no-wait, 2, mutually exclusive",
    "stop '', 2, must not be empty",
    "stop, 2, Missing required",
    "deploy, 2, Missing required",
    "stop a --set clock=wal, 1, expected a clock",
    "status --set clock=wal, 1, expected a clock",
    "status --config missing.yaml, 1, no such file"
  })
  void whatIsNotUnderstoodIsNotSent(String command, int exitCode, String complaint) {
    List<String> all = new ArrayList<>(List.of(command.replace("''", "\u0000").split(" ", -1)));
    all.replaceAll(argument -> argument.equals("\u0000") ? "" : argument);
    if (!all.contains("--config")) {
      all.addAll(List.of("--config", configuration.toString()));
    }
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.complained()).isEqualTo(exitCode);
    assertThat(run.complained()).contains(complaint);
  }

  @Test
  void brokersThatDoNotAnswerAreNotWaitedForLong() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + silent.getLocalPort();
      long begun = System.nanoTime();
      CommandRun run =
          run("nowhere", "status", "--set", "source.kafka.bootstrapServers=" + address);
      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.complained().lines())
          .containsExactly("error: no answer from the brokers " + address);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(25));
    }
  }

  @Test
  void theStatusIsWhatWasSaidLast() throws Exception {
    broker.createTopic("view-status", 1);
    StatusRecord fromFile =
        StatusRecord.of(StatusKind.RUNNING, "from-file", OptionalLong.of(1), "from-file.json");
    StatusRecord updated =
        StatusRecord.of(StatusKind.RUNNING, "updated", OptionalLong.of(2), "c/0@1").at(FROM);
    StatusRecord refused =
        StatusRecord.of(StatusKind.REFUSED, "updated", OptionalLong.of(1), "c/0@2")
            .because("version 2 runs");
    StatusRecord gone =
        StatusRecord.of(StatusKind.STOPPED, "gone", OptionalLong.of(7), "c/0@3").at(FROM);
    StatusRecord coming =
        StatusRecord.of(StatusKind.ACCEPTED, "coming", OptionalLong.of(1), "c/0@4");
    for (StatusRecord record :
        List.of(
            StatusRecord.progress(1),
            fromFile,
            updated,
            refused,
            gone,
            coming,
            StatusRecord.progress(FROM))) {
      JobStandIn.say(broker, "view-status", record);
    }
    broker.send("view-status", "x", "rubbish");

    CommandRun table = run("view", "status");
    assertThat(table.exitCode()).isZero();
    assertThat(table.printed())
        .containsPattern("from-file +│ +1 +│ +running +│ +first event")
        .containsPattern("updated +│ +2 +│ +running +│ +" + FROM_TEXT)
        .contains("refused version 1: version 2 runs")
        .containsPattern("gone +│ +7 +│ +stopped +│ +" + FROM_TEXT)
        .containsPattern("coming +│ +1 +│ +accepted +│ +│")
        .contains("watermark " + FROM_TEXT + " (" + FROM + ")", "no status records: 1");

    JsonNode json =
        Json.read(run("view", "status", "--json").printed().getBytes(StandardCharsets.UTF_8));
    assertThat(json)
        .isEqualTo(
            Json.read(
                """
                {"watermark":1767225600001,"scenarios":[
                 {"scenarioId":"coming","scenarioVersion":1,"state":"accepted","lastAnswer":
                  {"kind":"accepted","scenarioId":"coming","scenarioVersion":1,"request":"c/0@4"}},
                 {"scenarioId":"from-file","scenarioVersion":1,"state":"running"},
                 {"scenarioId":"gone","scenarioVersion":7,"state":"stopped","until":1767225600001},
                 {"scenarioId":"updated","scenarioVersion":2,"state":"running","from":1767225600001,
                  "lastAnswer":{"kind":"refused","scenarioId":"updated","scenarioVersion":1,
                   "request":"c/0@2","message":"version 2 runs"}}],
                 "unreadable":1}
                """
                    .getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(longs = {FROM, FROM - 1, FROM - 2})
  void aReplayEndsAtTheWatermarkToTheMillisecond(long watermark) throws Exception {
    Path events = directory.resolve("events.jsonl");
    Files.writeString(
        events,
        "{\"type\":\"page\",\"messageId\":\"m\",\"userId\":\"c\",\"timestamp\":" + FROM + "}\n");
    ReplayRun replay =
        ReplayRun.of(
                directory.resolve("replay"),
                "--scenarios",
                WELCOME.toString(),
                "--events",
                events.toString(),
                "--as-of",
                StatusView.instant(watermark))
            .done();
    assertThat(replay.input("afterEnd")).isEqualTo(watermark < FROM ? 1 : 0);
  }

  @Test
  void clientsAreGivenWhatTheConfigurationSays() {
    CommandRun run =
        run("x", "status", "--set", "source.kafka.properties.security.protocol=hunter2");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.complained())
        .contains("Kafka does not take the client's properties: security.protocol")
        .doesNotContain("hunter2");
  }

  @Test
  void onlyTheBrokersOfTheStatusSinkAreAskedForIt() throws Exception {
    broker.createTopic("own-status", 1);
    Map<String, String> client = broker.client();
    CommandRun run =
        run(
            "own",
            "status",
            "--set",
            "source.kafka.bootstrapServers=127.0.0.1:1",
            "--set",
            "sinks.status.bootstrapServers=" + client.get("bootstrap.servers"));
    assertThat(run.exitCode()).as(run.complained()).isZero();
    assertThat(run.printed()).contains("watermark none yet");
  }
}
