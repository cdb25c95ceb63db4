package dev.wend.job.reference;

import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.Matcher;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import dev.wend.scenario.Settings;
import java.util.ArrayList;
import java.util.List;

/** What can be told of a scenario by looking at its nodes. */
final class PlainGraph {
  private PlainGraph() {}

  /** Section 4: a condition without {@code within} that is reached from a delay, directly or through other such ones. */
  static boolean isBehindDelay(Scenario scenario, Node.Condition condition) {
    if (condition.within().isPresent()) {
      return false;
    }
    for (Node node : scenario.nodes()) {
      if (node.successors().contains(condition.id())) {
        if (node instanceof Node.Delay) {
          return true;
        }
        if (node instanceof Node.Condition before && isBehindDelay(scenario, before)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The conditions that look at the window of {@code delay}. */
  static List<Node.Condition> conditionsBehind(Scenario scenario, Node.Delay delay) {
    List<Node.Condition> found = new ArrayList<>();
    collect(scenario, delay.next(), found);
    return found;
  }

  private static void collect(Scenario scenario, String nodeId, List<Node.Condition> found) {
    for (Node node : scenario.nodes()) {
      if (node.id().equals(nodeId)
          && node instanceof Node.Condition condition
          && condition.within().isEmpty()
          && !found.contains(condition)) {
        found.add(condition);
        condition.successors().forEach(next -> collect(scenario, next, found));
      }
    }
  }

  static List<EventMatcher> eventMatchers(Scenario scenario) {
    List<EventMatcher> found = new ArrayList<>();
    for (Settings.ExitCondition exit : scenario.settings().exitWhen()) {
      if (exit instanceof Settings.ExitEvent matched) {
        found.add(matched.event());
      }
    }
    for (Node node : scenario.nodes()) {
      if (node instanceof Node.Trigger trigger) {
        collect(trigger.on(), found);
      } else if (node instanceof Node.Condition condition) {
        collect(condition.matcher(), found);
      } else if (node instanceof Node.WaitFor waits) {
        waits.branches().forEach(branch -> collect(branch.matcher(), found));
      }
    }
    return found;
  }

  private static void collect(TriggerMatcher trigger, List<EventMatcher> found) {
    if (trigger instanceof TriggerMatcher.OnEvent on) {
      found.add(on.event());
    } else if (trigger instanceof TriggerMatcher.OnPattern on) {
      collect(on.pattern(), found);
    }
  }

  private static void collect(Matcher matcher, List<EventMatcher> found) {
    if (matcher instanceof EventMatcher event) {
      found.add(event);
    } else if (matcher instanceof ProfileMatcher) {
      return;
    } else if (matcher instanceof PatternMatcher pattern) {
      for (PatternMatcher.Step step : pattern.steps()) {
        if (step instanceof PatternMatcher.Occurs occurs) {
          found.add(occurs.event());
          occurs.until().ifPresent(found::add);
        } else if (step instanceof PatternMatcher.Absent absent) {
          found.add(absent.event());
        }
      }
    }
  }
}
