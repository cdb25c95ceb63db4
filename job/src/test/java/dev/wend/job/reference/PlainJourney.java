package dev.wend.job.reference;

import dev.wend.event.CustomerEvent;
import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.Matcher;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.scenario.Node;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** Moves instances through their graphs (sections 2 and 4). */
final class PlainJourney {
  private final PlainTimeline timeline;
  private final PlainActions actions;
  private final Sightings seen;

  PlainJourney(PlainTimeline timeline) {
    this.timeline = timeline;
    this.actions = new PlainActions(timeline);
    this.seen = timeline.output.seen;
  }

  /** Lets an instance look at an event where it waits. */
  void feed(PlainInstance instance, CustomerEvent event, PlainStep step) {
    if (instance.node instanceof Node.Delay delay) {
      for (Node.Condition condition : PlainGraph.conditionsBehind(instance.scenario, delay)) {
        if (!(condition.matcher() instanceof ProfileMatcher)
            && matches(instance, condition, event)) {
          sawMatch("behind a delay", instance, step);
          instance.held.add(condition.id());
        }
      }
    } else if (instance.node instanceof Node.Sleep) {
      seen.saw("an event of a sleeper");
    } else if (instance.node instanceof Node.Condition condition) {
      if (matches(instance, condition, event)) {
        sawMatch("in a condition", instance, step);
        sawMessage(condition.matcher(), event);
        instance.event = Plain.json(event);
        answer(instance, condition, true, step, "by an event");
      }
    } else if (instance.node instanceof Node.WaitFor waits) {
      for (Node.WaitFor.Branch branch : waits.branches()) {
        if (holds(instance, branch.matcher(), event)) {
          sawMatch("in a wait-for", instance, step);
          seen.saw("wait-for " + matcher(branch.matcher()) + " by an event");
          instance.event = Plain.json(event);
          choose(instance, branch.next(), step);
          return;
        }
      }
    }
  }

  private void sawTooLate(PlainInstance instance, Node.Condition condition, PlainStep step) {
    if (condition.matcher() instanceof PatternMatcher) {
      return;
    }
    timeline.outside.stream()
        .filter(event -> event.timestamp() <= step.time() + 1)
        .filter(event -> holds(instance, condition.matcher(), event))
        .findFirst()
        .ifPresent(event -> seen.saw("a match too late", event.timestamp(), step.time()));
  }

  private void sawMessage(Matcher matcher, CustomerEvent event) {
    if (matcher instanceof EventMatcher asked && asked.of().isPresent()) {
      seen.saw(
          "a message known by " + (event.properties().has("action_id") ? "action" : "campaign"));
    }
  }

  private void sawMatch(String where, PlainInstance instance, PlainStep step) {
    seen.saw("a match " + where + " at its begin", step.time(), instance.since);
    seen.saw("a match " + where + " at its end", step.time(), instance.deadline);
  }

  private static String matcher(Matcher matcher) {
    if (matcher instanceof PatternMatcher) {
      return "pattern matcher";
    }
    return matcher instanceof ProfileMatcher ? "profile matcher" : "event matcher";
  }

  private boolean matches(PlainInstance instance, Node.Condition condition, CustomerEvent event) {
    if (condition.matcher() instanceof PatternMatcher wanted) {
      PlainPattern pattern =
          instance.patterns.computeIfAbsent(condition.id(), id -> PlainPattern.ofCondition(wanted));
      boolean matched =
          pattern.advance(
              event.timestamp(),
              matcher -> PlainMatching.holds(matcher, event, instance.facts(timeline.profile)));
      timeline.limit(pattern);
      if (matched) {
        pattern.traits().forEach(trait -> seen.saw("a pattern fulfils a condition: " + trait));
      }
      return matched;
    }
    return holds(instance, condition.matcher(), event);
  }

  private boolean holds(PlainInstance instance, Matcher matcher, CustomerEvent event) {
    Facts facts = instance.facts(timeline.profile);
    return matcher instanceof EventMatcher wanted
        ? PlainMatching.holds(wanted, event, facts)
        : PlainMatching.holds((ProfileMatcher) matcher, facts);
  }

  /** The wait of an instance ends by itself. */
  void timeIsOver(PlainInstance instance, PlainStep step) {
    Node node = instance.node;
    if (node instanceof Node.Condition condition) {
      sawTooLate(instance, condition, step);
      answer(instance, condition, false, step, "by a deadline");
    } else if (node instanceof Node.WaitFor waits) {
      seen.saw("wait-for else");
      choose(instance, waits.otherwise().orElseThrow(), step);
    } else {
      goOn(instance, node.successors().get(0), step);
    }
  }

  private void answer(
      PlainInstance instance, Node.Condition condition, boolean yes, PlainStep step, String how) {
    seen.saw(String.join(" ", "condition", matcher(condition.matcher()), yes ? "yes" : "no", how));
    timeline.output.decided(instance, condition.id(), step, yes ? "yes" : "no");
    if (yes || condition.no().isPresent()) {
      goOn(instance, yes ? condition.yes() : condition.no().get(), step);
    } else {
      leave("condition-not-met", instance, condition, step);
    }
  }

  private void choose(PlainInstance instance, String next, PlainStep step) {
    timeline.output.decided(instance, instance.node.id(), step, next);
    goOn(instance, next, step);
  }

  private void leave(String kind, PlainInstance instance, Node node, PlainStep step) {
    timeline.output.trace(kind, instance, node.id(), step);
    timeline.instances.remove(instance);
  }

  /** Goes on to the node, and from there as far as no waiting is needed. */
  void goOn(PlainInstance instance, String nodeId, PlainStep step) {
    Node node = instance.find(nodeId);
    seen.saw("node " + node.type());
    instance.node = node;
    instance.since = step.time();
    instance.deadline = Plain.NEVER;
    if (node instanceof Node.End) {
      leave("finished", instance, node, step);
    } else if (node instanceof Node.Action action) {
      if (actions.perform(instance, action, step)) {
        goOn(instance, action.next(), step);
      } else {
        timeline.instances.remove(instance);
      }
    } else if (node instanceof Node.Split split) {
      choose(instance, share(instance, split), step);
    } else if (node instanceof Node.Condition condition) {
      arrive(instance, condition, step);
    } else if (node instanceof Node.WaitFor waits) {
      arrive(instance, waits, step);
    } else if (node instanceof Node.WaitUntil until) {
      arrive(instance, until, step);
    } else if (node instanceof Node.Delay delay) {
      stand(instance, Optional.of(delay.duration().toMillis()));
    } else if (node instanceof Node.Sleep sleep) {
      stand(instance, Optional.of(sleep.duration().toMillis()));
    }
  }

  private static void stand(PlainInstance instance, Optional<Long> duration) {
    instance.held.clear();
    instance.patterns.clear();
    instance.deadline =
        duration.map(millis -> PlainInstance.later(instance.since, millis)).orElse(Plain.NEVER);
  }

  private void arrive(PlainInstance instance, Node.Condition condition, PlainStep step) {
    boolean profile =
        condition.matcher() instanceof ProfileMatcher wanted
            && PlainMatching.holds(wanted, instance.facts(timeline.profile));
    boolean asksProfile = condition.matcher() instanceof ProfileMatcher;
    boolean behindDelay = PlainGraph.isBehindDelay(instance.scenario, condition);
    if (condition.within().isPresent() ? profile : asksProfile) {
      answer(instance, condition, profile, step, behindDelay ? "behind a delay" : "on arrival");
    } else if (behindDelay) {
      boolean held = instance.held.contains(condition.id());
      answer(instance, condition, held, step, "behind a delay");
    } else {
      stand(instance, condition.within().map(within -> within.toMillis()));
    }
  }

  private void arrive(PlainInstance instance, Node.WaitFor waits, PlainStep step) {
    for (Node.WaitFor.Branch branch : waits.branches()) {
      if (branch.matcher() instanceof ProfileMatcher wanted
          && PlainMatching.holds(wanted, instance.facts(timeline.profile))) {
        seen.saw("wait-for profile matcher on arrival");
        choose(instance, branch.next(), step);
        return;
      }
    }
    stand(instance, waits.within().map(within -> within.toMillis()));
  }

  private void arrive(PlainInstance instance, Node.WaitUntil until, PlainStep step) {
    OptionalLong end =
        PlainMoments.end(instance.scenario, until, instance.facts(timeline.profile), step.time());
    seen.saw("wait-until " + until.moment().getClass().getSimpleName());
    if (until.moment() instanceof Node.TimeOfDay wanted && end.isPresent()) {
      ZoneId zone = PlainMoments.zone(instance.scenario, until.timeZoneField(), timeline.profile);
      seen.saw("wait-until " + PlainMoments.clockAt(end.getAsLong(), wanted.time(), zone));
    }
    if (end.isEmpty()) {
      timeline.output.because("exited", instance, step, "no-date");
      timeline.instances.remove(instance);
    } else if (end.getAsLong() <= step.time()) {
      seen.saw("wait-until goes on at once");
      goOn(instance, until.next(), step);
    } else {
      stand(instance, Optional.of(end.getAsLong() - step.time()));
    }
  }

  /** Section 6, "Split". */
  private String share(PlainInstance instance, Node.Split split) {
    byte[] digest =
        Plain.sha256(instance.scenario.id() + "\n" + split.id() + "\n" + timeline.customerId);
    BigInteger places = BigInteger.valueOf(10_000);
    BigInteger bucket = new BigInteger(1, Arrays.copyOf(digest, 8)).mod(places);
    BigInteger total = BigInteger.ZERO;
    for (Node.Split.Share share : split.shares()) {
      total = total.add(BigInteger.valueOf(share.weight()));
    }
    BigInteger cumulated = BigInteger.ZERO;
    for (Node.Split.Share share : split.shares()) {
      cumulated = cumulated.add(BigInteger.valueOf(share.weight()));
      if (cumulated.multiply(places).compareTo(bucket.multiply(total)) > 0) {
        seen.saw("split branch " + (1 + split.shares().indexOf(share)));
        return share.next();
      }
    }
    throw new IllegalStateException("the last branch is always taken");
  }
}
