package dev.wend.job.operator;

import static dev.wend.job.operator.Customers.HOUR;
import static dev.wend.job.operator.Customers.T;
import static dev.wend.job.operator.Customers.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Scenarios come, change and go while the operator runs; each customer takes that at its watermark. */
class DeploymentTest {
  private static final int MANY = 5_000;
  private static final CompiledOnce FIRST = CompiledOnce.document(document(1, "active", "PT2H"));

  /** Who views something gets a mail, named by the version, when some time has passed. */
  private static String document(int version, String status, String delay) {
    return document(version, status, delay, "finish-old");
  }

  private static String document(int version, String status, String delay, String onUpdate) {
    return """
        { "id": "viewed", "version": %d, "name": "Viewed", "status": "%s", "settings": { "onUpdate": "%s" },
          "nodes": [
            { "id": "start", "type": "trigger", "on": { "event": "product-viewed" }, "next": "wait" },
            { "id": "wait", "type": "delay", "for": "%s", "next": "mail" },
            { "id": "mail", "type": "send-email", "template": "version-%d", "next": "done" },
            { "id": "done", "type": "end" } ] }
        """
        .formatted(version, status, onUpdate, delay, version);
  }

  private static Control deploy(String document) {
    return new Control.Deploy(new ScenarioDocument("viewed.json", document));
  }

  /** Kind, node or reason, hours since the first event, and version of each record of the trace. */
  private static List<String> told(HarnessedJob job) throws Exception {
    ObjectMapper json = new ObjectMapper();
    Stream.Builder<String> told = Stream.builder();
    for (String line : job.written().trace()) {
      JsonNode record = json.readTree(line);
      told.add(
          "%s %s at %d of %d"
              .formatted(
                  record.path("kind").asText(),
                  record.path("reason").asText(record.path("nodeId").asText()),
                  (record.path("timestamp").asLong() - T) / HOUR,
                  record.path("scenarioVersion").asInt()));
    }
    return told.build().toList();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          finish-old, HEAP,    action mail at 2 of 1;finished done at 2 of 1
          finish-old, ROCKSDB, action mail at 2 of 1;finished done at 2 of 1
          exit,       HEAP,    exited updated at 1 of 1
          exit,       ROCKSDB, exited updated at 1 of 1
          restart,    HEAP,    restarted wait at 1 of 1;entered start at 1 of 2;action mail at 4 of 2;finished done at 4 of 2
          restart,    ROCKSDB, restarted wait at 1 of 1;entered start at 1 of 2;action mail at 4 of 2;finished done at 4 of 2
          """)
  void anUpdateDoesToInstancesInFlightWhatTheNewVersionSays(
      String onUpdate, Backend backend, String expected) throws Exception {
    try (HarnessedJob job = new HarnessedJob(FIRST, backend, 1)) {
      job.event(viewed("anna", T));
      job.watermark(T + HOUR);
      job.control(deploy(document(2, "active", "PT3H", onUpdate)));
      job.settle();
      job.restart();
      job.watermark(T + 5 * HOUR);

      assertThat(told(job)).containsExactlyElementsOf(all("entered start at 0 of 1;" + expected));
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void whoEntersBehindAnUpdateEntersTheNewVersion(Backend backend) throws Exception {
    try (HarnessedJob job = new HarnessedJob(FIRST, backend, 1)) {
      job.watermark(T);
      job.event(viewed("anna", T + HOUR));
      job.control(deploy(document(2, "active", "PT3H")));
      job.watermark(T + 5 * HOUR);

      assertThat(told(job))
          .containsExactlyElementsOf(
              all("entered start at 1 of 2;action mail at 4 of 2;finished done at 4 of 2"));
    }
  }

  @ParameterizedTest
  @CsvSource({"HEAP, true", "ROCKSDB, true", "HEAP, false", "ROCKSDB, false"})
  void aStopEndsAllInstances(Backend backend, boolean byDocument) throws Exception {
    try (HarnessedJob job = new HarnessedJob(FIRST, backend, 1)) {
      job.event(viewed("anna", T));
      job.watermark(T + HOUR);
      job.control(
          byDocument ? deploy(document(2, "stopped", "PT3H")) : new Control.Stop("viewed", ""));
      job.settle();
      job.event(viewed("anna", T + 2 * HOUR));
      job.watermark(T + 9 * HOUR);

      assertThat(told(job)).containsExactly("entered start at 0 of 1", "exited stopped at 1 of 1");
    }
  }

  @ParameterizedTest
  @CsvSource({"1, active", "1, stopped"})
  void whatCannotRunLeavesWhatRuns(int version, String status) throws Exception {
    try (HarnessedJob job = new HarnessedJob(FIRST, Backend.HEAP, 1)) {
      job.event(viewed("anna", T));
      job.watermark(T + HOUR);
      job.control(deploy(document(version, "active", "PT3H")));
      job.control(deploy("{ not json"));
      job.control(
          deploy(document(2, status, "PT1H").replace("\"id\": \"done\"", "\"id\": \"nowhere\"")));
      job.control(new Control.Stop("unknown", ""));
      job.settle();
      job.watermark(T + 9 * HOUR);

      assertThat(told(job))
          .containsExactlyElementsOf(
              all("entered start at 0 of 1;action mail at 2 of 1;finished done at 2 of 1"));
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void onlyAStartLetsCurrentMembersIn(Backend backend) throws Exception {
    String members =
        document(1, "active", "PT1H")
            .replace(
                "{ \"event\": \"product-viewed\" }",
                "{ \"segment\": \"women\", \"members\": \"current\" }")
            .replace("\"viewed\"", "\"members\"");
    try (HarnessedJob job = new HarnessedJob(FIRST, backend, 2)) {
      job.event(joined("anna", T));
      job.watermark(T + HOUR);
      job.control(deploy(members));
      job.settle();
      job.restart(3);
      job.watermark(T + 2 * HOUR);
      job.control(deploy(members.replace("\"version\": 1", "\"version\": 2")));
      job.settle();
      job.watermark(T + 9 * HOUR);

      assertThat(told(job))
          .containsExactlyElementsOf(
              all("entered start at 1 of 1;action mail at 2 of 1;finished done at 2 of 1"));
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void aDateThatIsStillToComeFiresForCustomersInState(Backend backend) throws Exception {
    String date =
        document(1, "active", "PT1H")
            .replace(
                "{ \"event\": \"product-viewed\" }",
                "{ \"date\": \"2001-09-09T04:46:40Z\", \"segment\": \"women\" }")
            .replace("\"viewed\"", "\"dated\"");
    try (HarnessedJob job = new HarnessedJob(FIRST, backend, 1)) {
      job.event(joined("anna", T));
      job.watermark(T + HOUR);
      job.control(deploy(date));
      job.settle();
      job.watermark(T + 9 * HOUR);

      assertThat(told(job))
          .containsExactlyElementsOf(
              all("entered start at 3 of 1;action mail at 4 of 1;finished done at 4 of 1"));
    }
  }

  /** Half of them are due before the stop comes, and are carried there by what ran before it. */
  @ParameterizedTest
  @CsvSource({"HEAP, 1, 1", "HEAP, 2, 3", "HEAP, 3, 1", "ROCKSDB, 1, 2", "ROCKSDB, 3, 2"})
  void manyCustomersTakeAStopOnceEachAcrossRestarts(Backend backend, int before, int after)
      throws Exception {
    try (HarnessedJob job = new HarnessedJob(FIRST, backend, before)) {
      job.events(
          IntStream.range(0, MANY)
              .mapToObj(number -> viewed("customer-" + number, T + number % 2 * HOUR))
              .toList());
      job.watermark(T + HOUR);
      job.watermarkForOneSlice(T + 2 * HOUR);
      job.control(new Control.Stop("viewed", ""));
      for (int mails = 0; mails < 3; mails++) {
        job.runOneMail();
      }
      job.restart(after);
      job.watermark(T + 3 * HOUR);

      List<String> told = told(job);
      assertThat(told.stream().filter("entered start at 0 of 1"::equals)).hasSize(MANY / 2);
      assertThat(told.stream().filter("action mail at 2 of 1"::equals)).hasSize(MANY / 2);
      assertThat(told.stream().filter("exited stopped at 2 of 1"::equals)).hasSize(MANY / 2);
      assertThat(told).hasSize(MANY / 2 * 5);
    }
  }

  /** The restart makes a deadline that the watermark has passed already when the customer is told. */
  @ParameterizedTest
  @EnumSource(Backend.class)
  void whoIsToldBehindAWatermarkIsCarriedUpToIt(Backend backend) throws Exception {
    try (HarnessedJob job = new HarnessedJob(FIRST, backend, 1)) {
      job.event(viewed("anna", T));
      job.watermark(T + HOUR);
      job.control(deploy(document(2, "active", "PT3H", "restart")));
      job.watermarkForOneSlice(T + HOUR + 1);
      job.settle();
      job.control(deploy(document(3, "active", "PT1H", "restart")));
      job.watermarkForOneSlice(T + 3 * HOUR);
      job.settle();

      assertThat(told(job))
          .endsWith(
              "restarted wait at 1 of 2",
              "entered start at 1 of 3",
              "action mail at 2 of 3",
              "finished done at 2 of 3");
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void aRestoredJobGoesOnWithWhatRanWhateverItIsGivenToStartWith(Backend backend) throws Exception {
    try (HarnessedJob job = new HarnessedJob(FIRST, backend, 1)) {
      job.event(viewed("anna", T));
      job.watermark(T + HOUR);
      job.control(deploy(document(2, "active", "PT3H")));
      job.restartWith(
          CompiledOnce.document(
              document(9, "active", "PT9H").replace("\"id\": \"viewed\"", "\"id\": \"x\"")));
      job.event(viewed("berta", T + 2 * HOUR));
      job.watermark(T + 9 * HOUR);

      assertThat(told(job))
          .containsExactlyElementsOf(
              all(
                  "entered start at 0 of 1;action mail at 2 of 1;finished done at 2 of 1;"
                      + "entered start at 2 of 2;action mail at 5 of 2;finished done at 5 of 2"));
    }
  }

  private static List<String> all(String told) {
    return List.of(told.split(";", -1));
  }

  private static CustomerEvent joined(String customerId, long timestamp) {
    return new CustomerEvent(
        "joined-" + timestamp,
        customerId,
        EventKind.SEGMENT_ENTERED,
        "",
        timestamp,
        Json.object().put("audience_key", "women"),
        Channel.ONLINE,
        0);
  }
}
