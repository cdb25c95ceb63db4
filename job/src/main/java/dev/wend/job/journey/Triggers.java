package dev.wend.job.journey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import dev.wend.event.Profile;
import dev.wend.matcher.JsonEquality;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.matcher.TriggerMatcher;

/** The triggers on events (SEMANTICS.md section 3): they compare the profile just before and just after the event. */
final class Triggers {
  private Triggers() {}

  static boolean match(TriggerMatcher trigger, ProfileEvent happened) {
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
