package dev.wend.job.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.compile.Branch;
import dev.wend.compile.Branch.Polarity;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.PatternInput;
import dev.wend.compile.Stage;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import dev.wend.event.Profile;
import dev.wend.job.nfa.NfaHost;
import dev.wend.job.nfa.PatternRun;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one event decides is decided without an automaton, and just as the branch's pattern says. */
class OneEventStagesTest {
  private static final long START = 1_000;
  private static final long WINDOW = 8;
  private static final int HISTORIES = 1_500;
  private static final String ASKED =
      """
      { "id": "asked", "type": "condition", "if": %s, "within": "PT0.008S", "yes": "done", "no": "done" }
      """;
  private static final String DELAYED =
      """
      { "id": "asked", "type": "delay", "for": "PT0.008S", "next": "condition" },
      { "id": "condition", "type": "condition", "if": %s, "yes": "done", "no": "done" }
      """;
  private static final String BRANCHES =
      """
      { "id": "asked", "type": "wait-for", "within": "PT0.008S", "else": "done",
        "branches": [{ "if": %s, "next": "done" }, { "if": { "tag": "there" }, "next": "done" }] }
      """;
  private static final String FOR_EVER =
      """
      { "id": "asked", "type": "condition", "if": %s, "yes": "done" }
      """;

  private final NfaHost automata = new NfaHost();
  private final StageHost direct = new StageHost(automata);
  private final Random random = new Random(7);

  @ParameterizedTest
  @ValueSource(strings = {ASKED, DELAYED, BRANCHES, FOR_EVER})
  void isDecidedAsThePatternSays(String nodes) {
    int matched = 0;
    for (int history = 0; history < HISTORIES; history++) {
      String matcher =
          "{ \"event\": \"product-viewed\", \"products\": [\"%d\"] }".formatted(random.nextInt(3));
      CompiledScenario scenario = scenario(nodes.formatted(matcher));
      Stage stage = (Stage) scenario.step("asked");
      OptionalLong decided = decision(scenario, stage);
      matched += decided.isPresent() ? 1 : 0;
    }
    assertThat(matched).isBetween(HISTORIES / 10, HISTORIES * 9 / 10);
  }

  /** Feeds both alike; the time of the first match, on which they must agree. */
  private OptionalLong decision(CompiledScenario scenario, Stage stage) {
    Customer customer = new Customer("c");
    Instance instance = instance(scenario, stage);
    JourneyContext context = new JourneyContext(customer, instance, scenario);
    List<PatternRun> runs =
        stage.branches().stream()
            .map(branch -> automata.compile(branch.pattern()).start(START))
            .toList();
    for (long now = START + random.nextInt(5);
        now < instance.waiting().deadline() && now < START + 2 * WINDOW;
        now += random.nextInt(5)) {
      customer.setProfile(random.nextInt(6) == 0 ? Profile.EMPTY.withTag("there") : Profile.EMPTY);
      PatternInput.Observed input = new PatternInput.Observed(event(now), context);
      Optional<Branch> expected = firstMatch(stage, runs, input);
      Optional<Branch> taken = direct.observe(instance, stage, input);
      boolean found = taken.isPresent() || !instance.progress().isEmpty();
      assertThat(found).as("at %d of %s", now, stage).isEqualTo(expected.isPresent());
      if (found) {
        taken.ifPresent(branch -> assertThat(branch).isEqualTo(expected.get()));
        return OptionalLong.of(now);
      }
    }
    assertThat(stage.elapsed().map(branch -> direct.elapsed(instance, branch)))
        .isEqualTo(
            stage
                .elapsed()
                .map(
                    branch ->
                        runs.get(stage.branches().indexOf(branch))
                            .elapse(instance.waiting().deadline())
                            .matched()));
    return OptionalLong.empty();
  }

  private static Optional<Branch> firstMatch(
      Stage stage, List<PatternRun> runs, PatternInput.Observed input) {
    Optional<Branch> first = Optional.empty();
    for (int index = 0; index < runs.size(); index++) {
      Branch branch = stage.branches().get(index);
      boolean matched = runs.get(index).feed(input, input.event().timestamp()).matched();
      if (branch.polarity() == Polarity.OCCURS && matched && first.isEmpty()) {
        first = Optional.of(branch);
      }
    }
    return first;
  }

  private static Instance instance(CompiledScenario scenario, Stage stage) {
    Instance instance =
        new Instance(
            new Instance.Origin(
                0, scenario.version(), "start", Optional.empty(), "m", START, Instance.NEVER),
            List.of(),
            List.of(),
            OptionalLong.empty());
    boolean ends = stage.until() instanceof Stage.Window;
    instance.arrive(
        new Instance.Wait(stage.nodeId(), START, ends ? START + WINDOW : Instance.NEVER));
    return instance;
  }

  private CustomerEvent event(long timestamp) {
    return new CustomerEvent(
        "m" + timestamp,
        "c",
        EventKind.PRODUCT_VIEWED,
        "",
        timestamp,
        Json.object().put("sku", Integer.toString(random.nextInt(6))),
        Channel.ONLINE,
        0);
  }

  private static CompiledScenario scenario(String nodes) {
    return Versioned.compiled(
        """
        { "id": "s", "version": 1, "name": "S", "status": "active", "nodes": [
          { "id": "start", "type": "trigger", "on": { "event": "form-submitted" }, "next": "asked" },
          %s,
          { "id": "done", "type": "end" } ] }
        """
            .formatted(nodes));
  }
}
