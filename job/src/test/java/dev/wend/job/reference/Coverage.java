package dev.wend.job.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.EventKind;
import dev.wend.job.reference.ReferenceInterpreter.Records;
import dev.wend.matcher.Matcher;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often samples came by the things that a journey can do. */
final class Coverage {
  private final Map<String, Integer> counts = new TreeMap<>();

  void add(Sample sample) {
    List<Scenario> scenarios = sample.scenarios();
    Records records = sample.byReference();
    for (ObjectNode action : records.actions()) {
      count("action " + action.get("type").asText());
    }
    records.counts().forEach((what, count) -> counts.merge("count " + what, count, Integer::sum));
    for (ObjectNode trace : records.trace()) {
      count("trace " + trace.get("kind").asText());
      if (trace.has("nodeId")) {
        add(trace, node(scenarios, trace));
      }
    }
  }

  int of(String what) {
    return counts.getOrDefault(what, 0);
  }

  private void add(ObjectNode trace, Node node) {
    switch (trace.get("kind").asText()) {
      case "entered" -> count("entered " + trigger((Node.Trigger) node));
      case "decided" -> count("decided " + decision(trace, node));
      case "exited" -> {
        String reason = trace.get("reason").asText();
        count("exited " + (EventKind.of(reason).isPresent() ? "by an event" : reason));
        count("left " + node.type());
      }
      case "expired", "restarted" -> count("left " + node.type());
      default -> {
        // Of the others the kind says all.
      }
    }
  }

  private static String trigger(Node.Trigger trigger) {
    TriggerMatcher on = trigger.on();
    String when = trigger.when().isPresent() ? " when" : "";
    return on instanceof TriggerMatcher.OnSegment segment
        ? "OnSegment " + segment.members().id() + when
        : on.getClass().getSimpleName() + when;
  }

  private static String decision(ObjectNode trace, Node node) {
    String cause = trace.has("messageId") ? " by an event" : " by the clock";
    String decision = trace.get("decision").asText();
    if (node instanceof Node.Condition condition) {
      String asks = matcher(condition.matcher());
      return String.join(" ", "condition", placement(condition), asks, decision) + cause;
    } else if (node instanceof Node.WaitFor waits) {
      return "wait-for " + branch(waits, decision) + cause;
    }
    return node.type();
  }

  private static String placement(Node.Condition condition) {
    return condition.within().isPresent() ? "within" : "without within";
  }

  private static String branch(Node.WaitFor waits, String decision) {
    return waits.branches().stream()
        .filter(branch -> branch.next().equals(decision))
        .findFirst()
        .map(branch -> matcher(branch.matcher()))
        .orElse("else");
  }

  private static String matcher(Matcher matcher) {
    return matcher instanceof ProfileMatcher ? "profile" : matcher.getClass().getSimpleName();
  }

  private static Node node(List<Scenario> scenarios, ObjectNode trace) {
    return scenarios.stream()
        .filter(scenario -> scenario.id().equals(trace.get("scenarioId").asText()))
        .flatMap(scenario -> scenario.nodes().stream())
        .filter(node -> node.id().equals(trace.get("nodeId").asText()))
        .findFirst()
        .orElseThrow();
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  /** A line each. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    counts.forEach((what, count) -> table.append("%9d  %s%n".formatted(count, what)));
    return table.toString();
  }
}
