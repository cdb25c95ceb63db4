package dev.wend.compile;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.event.EventKind;
import dev.wend.matcher.EventFilter;
import dev.wend.matcher.Literal;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.matcher.TriggerMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The events that may let a customer enter by a trigger, by what they are like. A trigger on the profile needs an event that
 * changes something which it looks at: of all that is compared the value before and after is the same otherwise.
 */
public final class TriggerCues {
  private TriggerCues() {}

  /** One of them is met by each event that {@code trigger} matches, or that a pattern which has not begun may begin with. */
  public static List<Cue> of(TriggerMatcher trigger) {
    return cues(trigger).toList();
  }

  private static Stream<Cue> cues(TriggerMatcher trigger) {
    if (trigger instanceof TriggerMatcher.OnEvent on) {
      return Stream.of(Cue.of(on.event()));
    } else if (trigger instanceof TriggerMatcher.OnPattern on) {
      return on.pattern().steps().stream().flatMap(TriggerCues::cues);
    } else if (trigger instanceof TriggerMatcher.OnProfile on) {
      return cues(on.profile());
    } else if (trigger instanceof TriggerMatcher.OnFieldChanged on) {
      return Stream.of(fieldChange(on.field()));
    } else if (trigger instanceof TriggerMatcher.OnTag on) {
      boolean added = on.change() == TriggerMatcher.Change.ADDED;
      EventKind kind = added ? EventKind.TAG_ADDED : EventKind.TAG_REMOVED;
      return Stream.of(Cue.of(kind, EventFilter.TAG, on.tag()));
    } else if (trigger instanceof TriggerMatcher.OnSegment on
        && on.members() != TriggerMatcher.Members.CURRENT) {
      return Stream.of(Cue.of(EventKind.SEGMENT_ENTERED, EventFilter.SEGMENT, on.segment()));
    }
    return Stream.empty();
  }

  private static Stream<Cue> cues(PatternMatcher.Step step) {
    if (step instanceof PatternMatcher.Occurs occurs) {
      return Stream.concat(Stream.of(occurs.event()), occurs.until().stream()).map(Cue::of);
    }
    return Stream.of(Cue.of(((PatternMatcher.Absent) step).event()));
  }

  private static Stream<Cue> cues(ProfileMatcher matcher) {
    if (matcher instanceof ProfileMatcher.Not not) {
      return cues(not.part());
    } else if (matcher instanceof ProfileMatcher.All all) {
      return all.parts().stream().flatMap(TriggerCues::cues);
    } else if (matcher instanceof ProfileMatcher.Any any) {
      return any.parts().stream().flatMap(TriggerCues::cues);
    } else if (matcher instanceof ProfileMatcher.InSegment in) {
      return Stream.of(
          Cue.of(EventKind.SEGMENT_ENTERED, EventFilter.SEGMENT, in.segment()),
          Cue.of(EventKind.SEGMENT_LEFT, EventFilter.SEGMENT, in.segment()));
    } else if (matcher instanceof ProfileMatcher.HasTag has) {
      return Stream.of(
          Cue.of(EventKind.TAG_ADDED, EventFilter.TAG, has.tag()),
          Cue.of(EventKind.TAG_REMOVED, EventFilter.TAG, has.tag()));
    } else if (matcher instanceof ProfileMatcher.HasConsent holds) {
      return Stream.of(
          Cue.of(EventKind.CONSENT_GIVEN, EventFilter.CONSENT, holds.consent()),
          Cue.of(EventKind.CONSENT_WITHDRAWN, EventFilter.CONSENT, holds.consent()));
    }
    ProfileMatcher.Field field = (ProfileMatcher.Field) matcher;
    return field.comparison().operand() instanceof Literal
        ? Stream.of(fieldChange(field.pointer()))
        : anyChange();
  }

  /** An update names the top-level fields that it changes. */
  private static Cue fieldChange(JsonPointer field) {
    return field.matches()
        ? Cue.any(EventKind.PROFILE_UPDATED)
        : Cue.of(
            EventKind.PROFILE_UPDATED, new Aspect.Names(), Set.of(field.getMatchingProperty()));
  }

  private static Stream<Cue> anyChange() {
    return Arrays.stream(EventKind.values()).filter(EventKind::changesProfile).map(Cue::any);
  }
}
