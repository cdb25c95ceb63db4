package dev.wend.scenario;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.matcher.Matcher;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.matcher.Reference;
import dev.wend.matcher.TriggerMatcher;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A node of the graph (the table of SEMANTICS.md section 2). */
public sealed interface Node {
  /** Unique in the document. */
  String id();

  /** The type as documents write it. */
  String type();

  /** The ids of the nodes that may follow, in document order. */
  List<String> successors();

  /** A start point. */
  record Trigger(String id, TriggerMatcher on, Optional<ProfileMatcher> when, String next)
      implements Node {
    @Override
    public String type() {
      return "trigger";
    }

    @Override
    public List<String> successors() {
      return List.of(next);
    }
  }

  /** A question with the answers yes and no (section 4). */
  record Condition(
      String id, Matcher matcher, Optional<Duration> within, String yes, Optional<String> no)
      implements Node {
    @Override
    public String type() {
      return "condition";
    }

    @Override
    public List<String> successors() {
      return Stream.concat(Stream.of(yes), no.stream()).toList();
    }
  }

  /** Waits; the conditions right behind it check what happened meanwhile. */
  record Delay(String id, Duration duration, String next) implements Node {
    @Override
    public String type() {
      return "delay";
    }

    @Override
    public List<String> successors() {
      return List.of(next);
    }
  }

  /** Waits; what happens meanwhile is never looked at. */
  record Sleep(String id, Duration duration, String next) implements Node {
    @Override
    public String type() {
      return "sleep";
    }

    @Override
    public List<String> successors() {
      return List.of(next);
    }
  }

  /** Waits for a moment. */
  record WaitUntil(String id, Moment moment, Optional<JsonPointer> timeZoneField, String next)
      implements Node {
    @Override
    public String type() {
      return "wait-until";
    }

    @Override
    public List<String> successors() {
      return List.of(next);
    }
  }

  /** Goes on by the branch that holds first. */
  record WaitFor(
      String id, List<Branch> branches, Optional<Duration> within, Optional<String> otherwise)
      implements Node {
    /** A branch: an event or profile matcher, and where it leads. */
    public record Branch(Matcher matcher, String next) {}

    @Override
    public String type() {
      return "wait-for";
    }

    @Override
    public List<String> successors() {
      return Stream.concat(branches.stream().map(Branch::next), otherwise.stream()).toList();
    }
  }

  /** A/B test, sticky per customer. */
  record Split(String id, List<Share> shares) implements Node {
    /** A branch and its part of all customers. */
    public record Share(int weight, String next) {}

    @Override
    public String type() {
      return "split";
    }

    @Override
    public List<String> successors() {
      return shares.stream().map(Share::next).toList();
    }
  }

  /** Something that is done, or sent out to be done. */
  record Action(String id, ActionType actionType, ActionSettings settings, String next)
      implements Node {
    @Override
    public String type() {
      return actionType.id();
    }

    @Override
    public List<String> successors() {
      return List.of(next);
    }
  }

  /** The journey is finished. */
  record End(String id) implements Node {
    @Override
    public String type() {
      return "end";
    }

    @Override
    public List<String> successors() {
      return List.of();
    }
  }

  /** The moment for which a {@code wait-until} waits. */
  sealed interface Moment permits FixedMoment, MomentFrom, TimeOfDay {}

  /**
   * A fixed one.
   *
   * @param at an instant, or a local date-time to be read in a zone, as written
   */
  record FixedMoment(String at) implements Moment {}

  /**
   * One that an event or the profile holds.
   *
   * @param offset added to it; negative for earlier
   */
  record MomentFrom(Reference from, Duration offset) implements Moment {}

  /**
   * The next such time of day.
   *
   * @param weekdays on which; any where empty
   */
  record TimeOfDay(LocalTime time, Set<DayOfWeek> weekdays) implements Moment {}
}
