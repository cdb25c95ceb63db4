package dev.wend.compile;

import dev.wend.matcher.Reference;
import dev.wend.scenario.Scenario;
import java.util.List;
import java.util.Map;

/**
 * A scenario that can run.
 *
 * @param scenario the document
 * @param entrances in document order
 * @param steps by node id, in document order; triggers are not among them
 * @param captures what an instance has to keep of the events behind it
 */
public record CompiledScenario(
    Scenario scenario, List<Entrance> entrances, Map<String, Step> steps, Captures captures) {

  /**
   * The values that a scenario names of the triggering event and of the event that last moved the instance; nothing else
   * of these events is kept.
   *
   * @param trigger references into the triggering event
   * @param event references into the event that last moved the instance
   */
  public record Captures(List<Reference> trigger, List<Reference> event) {}

  /** Id and version, by which instances are pinned. */
  public Version version() {
    return new Version(scenario.id(), scenario.version());
  }

  /** The step at {@code nodeId}, which must be a node of the scenario and not a trigger. */
  public Step step(String nodeId) {
    return steps.get(nodeId);
  }

  /** One version of one scenario. */
  public record Version(String scenarioId, long number) {}
}
