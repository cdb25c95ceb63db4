package dev.wend.compile;

import dev.wend.matcher.TriggerMatcher;
import dev.wend.matcher.TriggerMatcher.OnAnniversary;
import dev.wend.matcher.TriggerMatcher.OnDate;
import dev.wend.matcher.TriggerMatcher.OnEvent;
import dev.wend.matcher.TriggerMatcher.OnFieldChanged;
import dev.wend.matcher.TriggerMatcher.OnPattern;
import dev.wend.matcher.TriggerMatcher.OnProfile;
import dev.wend.matcher.TriggerMatcher.OnSegment;
import dev.wend.matcher.TriggerMatcher.OnTag;

/** What lets customers enter, as text. */
final class TriggerText {
  private TriggerText() {}

  static String of(Entrance entrance) {
    return entrance.pattern().map(PatternText::of).orElseGet(() -> of(entrance.on()));
  }

  /** The matcher alone, a pattern in words. */
  static String of(TriggerMatcher trigger) {
    if (trigger instanceof OnEvent on) {
      return on.event().toString();
    } else if (trigger instanceof OnProfile on) {
      return "comes true: " + on.profile();
    } else if (trigger instanceof OnFieldChanged on) {
      return "field " + on.field() + " changed";
    } else if (trigger instanceof OnTag on) {
      return "tag " + on.tag() + " " + on.change().id();
    } else if (trigger instanceof OnSegment on) {
      return members(on.members()) + " members of segment " + on.segment();
    } else if (trigger instanceof OnDate on) {
      return "at " + on.date() + ", members of segment " + on.segment();
    } else if (trigger instanceof OnAnniversary on) {
      return anniversary(on);
    } else if (trigger instanceof OnPattern on) {
      return on.pattern().toString();
    }
    return trigger.toString();
  }

  private static String members(TriggerMatcher.Members members) {
    return members == TriggerMatcher.Members.BOTH ? "current and new" : members.id();
  }

  private static String anniversary(OnAnniversary on) {
    return "every year on the day of field "
        + on.field()
        + " at "
        + on.timeOfDay()
        + MomentText.zone(on.timeZoneField());
  }
}
