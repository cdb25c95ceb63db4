package dev.wend.job.sequence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.check.CheckResult;
import dev.wend.check.ScenarioChecker;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.event.ActionRecord;
import dev.wend.event.Json;
import dev.wend.event.TraceKind;
import dev.wend.event.TraceRecord;
import dev.wend.job.journey.Count;
import dev.wend.job.journey.Customer;
import dev.wend.job.journey.JourneyOutput;
import dev.wend.job.journey.PendingEvents;
import dev.wend.job.journey.RunningScenarios;
import dev.wend.job.journey.Timeline;
import dev.wend.job.state.CustomerSerializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What the engine makes of a pattern matcher: a scenario with nothing else in it, compiled and carried as ever. */
final class Engine implements JourneyOutput {
  private final List<TraceRecord> trace = new ArrayList<>();
  private final List<Count> counts = new ArrayList<>();

  private Engine() {}

  /** A scenario with the sequence as trigger; empty where the checks refuse it. */
  static Optional<CompiledScenario> withTrigger(RandomSequence sequence) {
    ObjectNode scenario = scenario();
    ArrayNode nodes = scenario.putArray("nodes");
    nodes
        .addObject()
        .put("id", "start")
        .put("type", "trigger")
        .put("next", "done")
        .set("on", sequence.ofTrigger());
    nodes.addObject().put("id", "done").put("type", "end");
    return compiled(scenario);
  }

  /** A scenario with the sequence as condition behind the event {@code go}; empty where the checks refuse it. */
  static Optional<CompiledScenario> withCondition(RandomSequence sequence) {
    ObjectNode scenario = scenario();
    ArrayNode nodes = scenario.putArray("nodes");
    nodes
        .addObject()
        .put("id", "start")
        .put("type", "trigger")
        .put("next", "asked")
        .putObject("on")
        .put("event", "custom")
        .put("name", "go");
    nodes
        .addObject()
        .put("id", "asked")
        .put("type", "condition")
        .put("within", RandomSequence.seconds(sequence.window()))
        .put("yes", "done")
        .put("no", "done")
        .set("if", sequence.ofCondition());
    nodes.addObject().put("id", "done").put("type", "end");
    return compiled(scenario);
  }

  /** Nobody enters it, but every letter concerns it: Flink's operator sees all of them too. */
  private static CompiledScenario witness() {
    ObjectNode scenario = scenario().put("id", "witness");
    ArrayNode nodes = scenario.putArray("nodes");
    ObjectNode on = Json.object().put("event", "custom");
    on.putArray("where").addObject().put("property", "/never").put("op", "exists");
    nodes.addObject().put("id", "start").put("type", "trigger").put("next", "done").set("on", on);
    nodes.addObject().put("id", "done").put("type", "end");
    return compiled(scenario).orElseThrow();
  }

  private static ObjectNode scenario() {
    return Json.object().put("id", "s").put("version", 1).put("name", "S").put("status", "active");
  }

  private static Optional<CompiledScenario> compiled(ObjectNode scenario) {
    CheckResult result = ScenarioChecker.check("s.json", scenario.toString());
    return result.scenario().map(ScenarioCompiler::compile);
  }

  /** Carries one customer, who is written and read again at every pause. */
  static Engine run(CompiledScenario scenario, List<Letter> letters, Random random)
      throws Exception {
    Engine engine = new Engine();
    Timeline timeline =
        new Timeline(
            new RunningScenarios(List.of(scenario, witness())), engine, Duration.ofHours(1));
    Customer customer = new Customer("c");
    long end = letters.get(letters.size() - 1).timestamp() + 100;
    int next = 0;
    for (long now = Letter.START - 1; now < end; ) {
      now = Math.min(end, now + 1 + random.nextInt(12));
      int from = next;
      while (next < letters.size() && letters.get(next).timestamp() <= now) {
        next++;
      }
      PendingEvents due =
          new PendingEvents(letters.subList(from, next).stream().map(Letter::event).toList());
      timeline.carry(customer, due, now, () -> false);
      customer = random.nextBoolean() ? CustomerSerializer.INSTANCE.copy(customer) : customer;
    }
    return engine;
  }

  /** When customers entered, and by which event. */
  List<FlinkOperator.Found> entries() {
    return found(TraceKind.ENTERED);
  }

  /** When a condition was answered, and by which event. */
  List<FlinkOperator.Found> decisions() {
    return found(TraceKind.DECIDED);
  }

  /** Whether there were more partial matches than are kept, which Flink's operator would keep. */
  boolean gaveUp() {
    return counts.contains(Count.PARTIAL_MATCH_GIVEN_UP);
  }

  private List<FlinkOperator.Found> found(TraceKind kind) {
    return trace.stream()
        .filter(record -> record.kind() == kind)
        .map(record -> new FlinkOperator.Found(record.timestamp(), record.messageId()))
        .toList();
  }

  @Override
  public void action(ActionRecord action) {
    throw new IllegalStateException("the scenario has no action");
  }

  @Override
  public void trace(TraceRecord record) {
    trace.add(record);
  }

  @Override
  public void erased(String scenarioId) {
    throw new IllegalStateException("nobody is erased");
  }

  @Override
  public void count(Count what) {
    counts.add(what);
  }
}
