package dev.wend.compile;

import dev.wend.compile.Branch.Polarity;
import dev.wend.compile.Stage.Attention;
import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.Matcher;
import dev.wend.scenario.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the step of each node (the compile target of SEMANTICS.md section 4). */
final class Stages {
  private final Graph graph;

  Stages(Graph graph) {
    this.graph = graph;
  }

  Step step(Node node) {
    if (node instanceof Node.Condition condition) {
      return condition(condition);
    } else if (node instanceof Node.Delay delay) {
      return delay(delay);
    } else if (node instanceof Node.Sleep sleep) {
      return sleep(sleep);
    } else if (node instanceof Node.Split split) {
      return new Step.Share(split.id(), split.shares());
    } else if (node instanceof Node.Action action) {
      return new Step.Act(action.id(), action.actionType(), action.settings(), action.next());
    } else if (node instanceof Node.End end) {
      return new Step.Finish(end.id());
    }
    throw new IllegalArgumentException("the checks let a node pass that has no step: " + node.id());
  }

  private Step condition(Node.Condition condition) {
    if (graph.decidedAtOnce(condition)) {
      return new Step.Check(condition.id(), condition.matcher(), condition.yes(), condition.no());
    }
    List<Branch> branches = new ArrayList<>();
    branches.add(yes(condition, condition.within()));
    condition.within().ifPresent(window -> branches.add(no(condition, window)));
    Stage.Until until =
        condition.within().<Stage.Until>map(Stage.Window::new).orElseGet(Stage.Forever::new);
    return new Stage(condition.id(), until, Attention.GOES_ON, branches);
  }

  private Stage delay(Node.Delay delay) {
    List<Branch> branches = new ArrayList<>();
    for (Node.Condition condition : graph.conditionsBehind(delay)) {
      if (condition.matcher() instanceof EventMatcher) {
        branches.add(yes(condition, Optional.of(delay.duration())));
        branches.add(no(condition, delay.duration()));
      }
    }
    Attention attention = branches.isEmpty() ? Attention.SLEEPS : Attention.REMEMBERS;
    branches.add(elapsed(delay.id(), delay.duration(), delay.next()));
    return new Stage(delay.id(), new Stage.Window(delay.duration()), attention, branches);
  }

  private static Stage sleep(Node.Sleep sleep) {
    Branch elapsed = elapsed(sleep.id(), sleep.duration(), sleep.next());
    return new Stage(
        sleep.id(), new Stage.Window(sleep.duration()), Attention.SLEEPS, List.of(elapsed));
  }

  private static Branch yes(Node.Condition condition, Optional<Duration> window) {
    EventMatcher matcher = event(condition.matcher());
    return new Branch(
        condition.id(),
        Branch.YES,
        Polarity.OCCURS,
        Optional.of(matcher),
        Patterns.occurs(matcher, window),
        Optional.of(condition.yes()));
  }

  private static Branch no(Node.Condition condition, Duration window) {
    EventMatcher matcher = event(condition.matcher());
    return new Branch(
        condition.id(),
        Branch.NO,
        Polarity.ABSENT,
        Optional.of(matcher),
        Patterns.absent(List.of(matcher), window),
        condition.no());
  }

  private static Branch elapsed(String nodeId, Duration window, String next) {
    return new Branch(
        nodeId,
        "",
        Polarity.ABSENT,
        Optional.empty(),
        Patterns.absent(List.of(), window),
        Optional.of(next));
  }

  private static EventMatcher event(Matcher matcher) {
    if (matcher instanceof EventMatcher event) {
      return event;
    }
    throw new IllegalArgumentException(
        "the checks let a matcher pass that has no pattern: " + matcher);
  }
}
