package dev.wend.compile;

import dev.wend.event.EventKind;
import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.Matcher;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import dev.wend.scenario.Settings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a scenario looks at.
 *
 * @param kinds of which every event counts
 * @param matchers of events
 */
record Interests(Set<EventKind> kinds, List<EventMatcher> matchers) {

  static Interests of(Scenario scenario) {
    Interests interests = new Interests(EnumSet.noneOf(EventKind.class), new ArrayList<>());
    scenario.settings().exitWhen().forEach(interests::add);
    scenario.nodes().forEach(interests::add);
    return interests;
  }

  private void add(Settings.ExitCondition exit) {
    if (exit instanceof Settings.OrderFinalized) {
      kinds.add(EventKind.ORDER_COMPLETED);
    } else if (exit instanceof Settings.WebsiteEntered) {
      kinds.add(EventKind.PAGE_VISITED);
    } else if (exit instanceof Settings.ExitEvent matched) {
      matchers.add(matched.event());
    }
  }

  private void add(Node node) {
    if (node instanceof Node.Trigger trigger) {
      if (trigger.on() instanceof TriggerMatcher.OnEvent on) {
        matchers.add(on.event());
      } else if (trigger.on() instanceof TriggerMatcher.OnPattern on) {
        add(on.pattern());
      }
    } else if (node instanceof Node.Condition condition) {
      add(condition.matcher());
    } else if (node instanceof Node.WaitFor waits) {
      waits.branches().forEach(branch -> add(branch.matcher()));
    }
  }

  private void add(Matcher matcher) {
    if (matcher instanceof EventMatcher event) {
      matchers.add(event);
    } else if (matcher instanceof PatternMatcher pattern) {
      pattern.steps().forEach(this::add);
    } else if (matcher instanceof ProfileMatcher) {
      return;
    }
  }

  private void add(PatternMatcher.Step step) {
    if (step instanceof PatternMatcher.Occurs occurs) {
      matchers.add(occurs.event());
      occurs.until().ifPresent(matchers::add);
    } else if (step instanceof PatternMatcher.Absent absent) {
      matchers.add(absent.event());
    }
  }
}
