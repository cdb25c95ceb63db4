package dev.wend.job.operator;

import static dev.wend.job.operator.Customers.HOUR;
import static dev.wend.job.operator.Customers.T;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.Step;
import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DeadLetterReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bug of the engine stays with the customer whose timeline meets it. */
class FailureTest {
  private static final AtomicBoolean BROKEN = new AtomicBoolean();
  private static final CompiledOnce RESTLESS = Customers.restless();
  private static final CompiledOnce CONSENTING =
      CompiledOnce.document(
          """
          { "id": "consenting", "version": 1, "name": "consenting", "status": "active",
            "nodes": [
              { "id": "agreed", "type": "trigger", "on": { "event": "consent-given" }, "next": "pause" },
              { "id": "pause", "type": "delay", "for": "PT1H", "next": "mail" },
              { "id": "mail", "type": "send-email", "template": "thanks", "next": "done" },
              { "id": "done", "type": "end" } ] }
          """);

  /** Fails whenever an instance of one scenario comes to its message. */
  private record Faulty() implements ScenarioSource {
    private static final long serialVersionUID = 1;

    @Override
    public List<ScenarioDocument> documents() {
      return Stream.of(RESTLESS, CONSENTING)
          .flatMap(source -> source.documents().stream())
          .toList();
    }

    @Override
    public CompiledScenario compile(ScenarioDocument document) {
      return document.name().equals("consenting")
          ? faulty(CONSENTING.compile(document))
          : RESTLESS.compile(document);
    }

    private static CompiledScenario faulty(CompiledScenario sound) {
      Map<String, Step> steps =
          new HashMap<>(sound.steps()) {
            private static final long serialVersionUID = 1;

            @Override
            public Step get(Object nodeId) {
              if (BROKEN.get() && nodeId.equals("mail")) {
                throw new IllegalStateException("a bug");
              }
              return super.get(nodeId);
            }
          };
      return new CompiledScenario(sound.scenario(), sound.entrances(), steps, sound.captures());
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void staysWithItsCustomer(Backend backend) throws Exception {
    BROKEN.set(true);
    try (HarnessedJob job = new HarnessedJob(new Faulty(), backend, 1)) {
      job.event(Customers.viewed("a", T));
      job.event(Customers.consented("b", T));
      job.watermark(T);
      job.watermark(T + HOUR);

      assertThat(job.written().actions()).singleElement().asString().contains("\"a\"");
      assertThat(job.failed())
          .singleElement()
          .returns("customer b", DeadLetter::source)
          .returns(DeadLetterReason.ENGINE_FAILURE, DeadLetter::reason);

      job.event(Customers.ordered("b", T + 2 * HOUR));
      job.watermark(T + 2 * HOUR);

      assertThat(job.failed()).hasSize(2);
      assertThat(job.failed().get(1).text()).contains("order-completed");
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void leavesTheJourneyWhereItWasForAMendedEngine(Backend backend) throws Exception {
    BROKEN.set(true);
    try (HarnessedJob job = new HarnessedJob(new Faulty(), backend, 1)) {
      job.event(Customers.consented("b", T));
      job.watermark(T);
      job.watermark(T + HOUR);
      BROKEN.set(false);
      job.restart();
      job.event(Customers.ordered("b", T + 2 * HOUR));
      job.watermark(T + 2 * HOUR);

      assertThat(job.written().actions())
          .singleElement()
          .asString()
          .contains("\"timestamp\":" + (T + HOUR));
    }
  }

  /** The message of the first journey is due at the same time; it is written once, when both can go on. */
  @ParameterizedTest
  @EnumSource(Backend.class)
  void leavesTheOtherJourneysOfTheCustomerWhereTheyWereToo(Backend backend) throws Exception {
    BROKEN.set(true);
    try (HarnessedJob job = new HarnessedJob(new Faulty(), backend, 1)) {
      job.event(Customers.viewed("b", T));
      job.event(Customers.consented("b", T));
      job.watermark(T);
      job.watermark(T + HOUR);
      assertThat(job.written().actions()).isEmpty();
      BROKEN.set(false);
      job.event(Customers.ordered("b", T + 2 * HOUR));
      job.watermark(T + 2 * HOUR);

      assertThat(job.written().actions())
          .hasSize(2)
          .allSatisfy(action -> assertThat(action).contains("\"timestamp\":" + (T + HOUR)));
    }
  }
}
