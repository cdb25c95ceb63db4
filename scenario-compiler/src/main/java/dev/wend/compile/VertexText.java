package dev.wend.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.scenario.ActionSettings.OnConsentMissing;
import dev.wend.scenario.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a node says, in lines. */
final class VertexText {
  private VertexText() {}

  static List<String> of(CompiledScenario scenario, Node node) {
    if (node instanceof Node.Trigger) {
      return trigger(ScenarioGraph.entrance(scenario, node));
    } else if (node instanceof Node.Condition condition) {
      return condition(scenario, condition);
    } else if (node instanceof Node.Delay) {
      return List.of(NodeText.of(node) + ", remembers what happens");
    } else if (node instanceof Node.Sleep) {
      return List.of(NodeText.of(node) + ", looks at no event");
    } else if (node instanceof Node.WaitUntil) {
      return List.of(NodeText.of(node));
    } else if (node instanceof Node.WaitFor wait) {
      return List.of(
          "the first of "
              + wait.branches().size()
              + (wait.branches().size() == 1 ? " branch" : " branches")
              + wait.within().map(window -> ", within " + DurationText.of(window)).orElse(""));
    } else if (node instanceof Node.Split) {
      return List.of("always the same for one customer");
    }
    return node instanceof Node.Action action ? action(action) : List.of();
  }

  private static List<String> trigger(Entrance entrance) {
    List<String> lines = new ArrayList<>();
    lines.add(entrance.pattern().isPresent() ? "a sequence of events" : TriggerText.of(entrance));
    entrance.when().ifPresent(when -> lines.add("when " + when));
    return lines;
  }

  private static List<String> condition(CompiledScenario scenario, Node.Condition condition) {
    List<String> lines = new ArrayList<>(List.of(condition.matcher().toString()));
    if (scenario.step(condition.id()) instanceof Step.Check check) {
      lines.add(
          check.matcher() instanceof ProfileMatcher
              ? "decided at once"
              : "answered by the delay before it");
    }
    if (condition.no().isEmpty()
        && (condition.within().isPresent()
            || scenario.step(condition.id()) instanceof Step.Check)) {
      lines.add("no ends the journey");
    }
    return lines;
  }

  private static List<String> action(Node.Action action) {
    List<String> lines = new ArrayList<>();
    action
        .settings()
        .fields()
        .properties()
        .forEach(field -> text(field.getKey(), field.getValue()).ifPresent(lines::add));
    return lines;
  }

  private static Optional<String> text(String name, JsonNode value) {
    if (name.equals("onConsentMissing")) {
      return value.asText().equals(OnConsentMissing.EXIT.id())
          ? Optional.of("without it the journey ends")
          : Optional.empty();
    } else if (name.equals("consents")) {
      List<String> consents = new ArrayList<>();
      value.forEach(consent -> consents.add(consent.asText()));
      return Optional.of("needs consent " + String.join(", ", consents));
    }
    return Optional.of(name + " " + (value.isTextual() ? value.textValue() : value.toString()));
  }
}
