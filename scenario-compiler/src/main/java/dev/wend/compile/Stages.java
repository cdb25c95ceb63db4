package dev.wend.compile;

import dev.wend.compile.Branch.Polarity;
import dev.wend.compile.Stage.Attention;
import dev.wend.event.EventKind;
import dev.wend.matcher.Matcher;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.scenario.Node;
import dev.wend.scenario.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the step of each node (the compile target of SEMANTICS.md section 4). */
final class Stages {
  private final Graph graph;
  private final Set<EventKind> kindsOfExits;

  Stages(Graph graph, Settings settings) {
    this.graph = graph;
    kindsOfExits = KindsOfInterest.ofExits(settings);
  }

  Step step(Node node) {
    if (node instanceof Node.Condition condition) {
      return condition(condition);
    } else if (node instanceof Node.Delay delay) {
      return delay(delay);
    } else if (node instanceof Node.Sleep sleep) {
      return sleep(sleep);
    } else if (node instanceof Node.WaitUntil moment) {
      return waitUntil(moment);
    } else if (node instanceof Node.WaitFor waits) {
      return waitFor(waits);
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
    return stage(condition.id(), until(condition.within()), Attention.GOES_ON, branches);
  }

  private Stage delay(Node.Delay delay) {
    List<Branch> branches = new ArrayList<>();
    for (Node.Condition condition : graph.conditionsBehind(delay)) {
      if (!(condition.matcher() instanceof ProfileMatcher)) {
        branches.add(yes(condition, Optional.of(delay.duration())));
        branches.add(no(condition, delay.duration()));
      }
    }
    Attention attention = branches.isEmpty() ? Attention.SLEEPS : Attention.REMEMBERS;
    branches.add(elapsed(delay.id(), delay.duration(), delay.next()));
    return stage(delay.id(), new Stage.Window(delay.duration()), attention, branches);
  }

  private Stage sleep(Node.Sleep sleep) {
    Branch elapsed = elapsed(sleep.id(), sleep.duration(), sleep.next());
    return stage(
        sleep.id(), new Stage.Window(sleep.duration()), Attention.SLEEPS, List.of(elapsed));
  }

  private Stage waitFor(Node.WaitFor node) {
    List<Branch> branches = new ArrayList<>();
    for (Node.WaitFor.Branch branch : node.branches()) {
      branches.add(
          new Branch(
              node.id(),
              branch.next(),
              Polarity.OCCURS,
              Optional.of(branch.matcher()),
              Patterns.occurs(branch.matcher(), node.within()),
              Optional.of(branch.next())));
    }
    List<Matcher> matchers = node.branches().stream().map(Node.WaitFor.Branch::matcher).toList();
    node.within().ifPresent(window -> branches.add(otherwise(node, matchers, window)));
    return stage(node.id(), until(node.within()), Attention.GOES_ON, branches);
  }

  private static Branch otherwise(Node.WaitFor node, List<Matcher> matchers, Duration window) {
    return new Branch(
        node.id(),
        node.otherwise().orElseThrow(),
        Polarity.ABSENT,
        Optional.empty(),
        Patterns.absent(matchers, window),
        node.otherwise());
  }

  private Stage waitUntil(Node.WaitUntil node) {
    Branch elapsed =
        new Branch(
            node.id(),
            "",
            Polarity.ABSENT,
            Optional.empty(),
            Patterns.entered(),
            Optional.of(node.next()));
    return stage(
        node.id(),
        new Stage.Moment(node.moment(), node.timeZoneField()),
        Attention.SLEEPS,
        List.of(elapsed));
  }

  private Stage stage(
      String nodeId, Stage.Until until, Attention attention, List<Branch> branches) {
    return new Stage(
        nodeId, until, attention, branches, KindsOfInterest.of(branches, kindsOfExits));
  }

  private static Stage.Until until(Optional<Duration> window) {
    return window.<Stage.Until>map(Stage.Window::new).orElseGet(Stage.Forever::new);
  }

  private static Branch yes(Node.Condition condition, Optional<Duration> window) {
    return new Branch(
        condition.id(),
        Branch.YES,
        Polarity.OCCURS,
        Optional.of(condition.matcher()),
        Patterns.occurs(condition.matcher(), window),
        Optional.of(condition.yes()));
  }

  /** Flink CEP negates single events only; a sequence is absent when its pattern times out. */
  private static Branch no(Node.Condition condition, Duration window) {
    boolean sequence = condition.matcher() instanceof PatternMatcher;
    return new Branch(
        condition.id(),
        Branch.NO,
        sequence ? Polarity.TIMES_OUT : Polarity.ABSENT,
        Optional.of(condition.matcher()),
        sequence
            ? Patterns.occurs(condition.matcher(), Optional.of(window))
            : Patterns.absent(List.of(condition.matcher()), window),
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
}
