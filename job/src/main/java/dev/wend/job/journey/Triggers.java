package dev.wend.job.journey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.Entrance;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import dev.wend.event.Profile;
import dev.wend.matcher.JsonEquality;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.matcher.TriggerMatcher;
import java.util.ArrayList;
import java.util.List;

/** The triggers on events (SEMANTICS.md section 3): they compare the profile just before and just after the event. */
final class Triggers {
  private final PatternTriggers patterns;

  Triggers(PatternTriggers patterns) {
    this.patterns = patterns;
  }

  /** The triggers that an event matches, in document order. Patterns are fed it, whatever matched before them. */
  List<Entrance> matched(Customer customer, CompiledScenario scenario, ProfileEvent happened) {
    List<Entrance> matched = new ArrayList<>(1);
    for (Entrance entrance : scenario.entrances()) {
      boolean matches =
          entrance.pattern().isPresent()
              ? patterns.feed(customer, scenario, entrance, happened)
              : match(entrance.on(), happened);
      if (matches) {
        matched.add(entrance);
      }
    }
    return matched;
  }

  /** Those of the triggers that are due by the clock which match now, in document order. */
  List<Entrance> matched(
      Customer customer, CompiledScenario scenario, List<Entrance> due, long now) {
    List<Entrance> matched = new ArrayList<>();
    for (Entrance entrance : due) {
      boolean matches =
          entrance.pattern().isPresent()
              ? patterns.elapse(customer, scenario, entrance, now)
              : ClockTriggers.admits(entrance.on(), customer.profile());
      if (matches) {
        matched.add(entrance);
      }
    }
    return matched;
  }

  private static boolean match(TriggerMatcher trigger, ProfileEvent happened) {
    if (trigger instanceof TriggerMatcher.OnEvent on) {
      return on.event().holds(happened.event(), new EntryContext(happened.after()));
    }
    if (!happened.event().kind().changesProfile()) {
      return false;
    }
    if (trigger instanceof TriggerMatcher.OnProfile on) {
      return !holds(on.profile(), happened.before()) && holds(on.profile(), happened.after());
    } else if (trigger instanceof TriggerMatcher.OnFieldChanged on) {
      return !same(happened.before().field(on.field()), happened.after().field(on.field()));
    } else if (trigger instanceof TriggerMatcher.OnTag on) {
      boolean before = happened.before().tags().contains(on.tag());
      boolean after = happened.after().tags().contains(on.tag());
      return before != after && after == (on.change() == TriggerMatcher.Change.ADDED);
    } else if (trigger instanceof TriggerMatcher.OnSegment on) {
      return on.members() != TriggerMatcher.Members.CURRENT && joins(on.segment(), happened);
    }
    return false;
  }

  private static boolean joins(String segment, ProfileEvent happened) {
    return happened.event().kind() == EventKind.SEGMENT_ENTERED
        && !happened.before().segments().contains(segment)
        && happened.after().segments().contains(segment);
  }

  private static boolean holds(ProfileMatcher matcher, Profile profile) {
    return matcher.holds(new EntryContext(profile));
  }

  private static boolean same(JsonNode before, JsonNode after) {
    return Json.isMissing(before) ? Json.isMissing(after) : JsonEquality.equal(before, after);
  }
}
