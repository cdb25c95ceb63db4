package dev.wend.compile;

import dev.wend.check.CheckedScenario;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/** Checked scenario to stages of patterns. */
public final class ScenarioCompiler {
  private ScenarioCompiler() {}

  /** Compiles what the checks let pass; it finds no errors of its own. */
  public static CompiledScenario compile(CheckedScenario checked) {
    Scenario scenario = checked.scenario();
    Graph graph = new Graph(checked);
    Stages stages = new Stages(graph, scenario.settings());
    List<Step> steps =
        scenario.nodes().stream()
            .filter(node -> !(node instanceof Node.Trigger))
            .map(stages::step)
            .toList();
    return new CompiledScenario(
        scenario, entrances(scenario), new StepTable(steps), References.of(scenario));
  }

  private static List<Entrance> entrances(Scenario scenario) {
    return scenario.nodes().stream()
        .filter(Node.Trigger.class::isInstance)
        .map(Node.Trigger.class::cast)
        .map(ScenarioCompiler::entrance)
        .toList();
  }

  private static Entrance entrance(Node.Trigger trigger) {
    return new Entrance(
        trigger.id(),
        trigger.on(),
        trigger.on() instanceof TriggerMatcher.OnPattern on
            ? Optional.of(Sequences.alone(on.pattern()))
            : Optional.empty(),
        trigger.when(),
        trigger.next());
  }
}
