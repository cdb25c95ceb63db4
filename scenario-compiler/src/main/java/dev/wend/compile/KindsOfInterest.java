package dev.wend.compile;

import dev.wend.event.EventKind;
import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.Matcher;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.PatternMatcher.Contiguity;
import dev.wend.scenario.Settings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which events may change anything about an instance that waits, by their kinds alone. */
final class KindsOfInterest {
  private final EnumSet<EventKind> kinds = EnumSet.noneOf(EventKind.class);

  private KindsOfInterest() {}

  /** Of what ends journeys; each page visit is noted, whether it does or not. */
  static Set<EventKind> ofExits(Settings settings) {
    KindsOfInterest interest = new KindsOfInterest();
    interest.kinds.add(EventKind.PAGE_VISITED);
    for (Settings.ExitCondition exit : settings.exitWhen()) {
      if (exit instanceof Settings.OrderFinalized) {
        interest.kinds.add(EventKind.ORDER_COMPLETED);
      } else if (exit instanceof Settings.ExitEvent matched) {
        interest.add(matched.event());
      }
    }
    return interest.kinds;
  }

  /** Of what decides {@code branches}, besides {@code others}. */
  static Set<EventKind> of(List<Branch> branches, Set<EventKind> others) {
    KindsOfInterest interest = new KindsOfInterest();
    interest.kinds.addAll(others);
    branches.forEach(branch -> branch.matcher().ifPresent(interest::add));
    return interest.kinds;
  }

  /** A profile is looked at on each event; where nothing may come between two steps, each event counts. */
  private void add(Matcher matcher) {
    if (matcher instanceof EventMatcher event) {
      kinds.add(event.event().kind());
    } else if (matcher instanceof PatternMatcher sequence
        && sequence.contiguity() != Contiguity.STRICT) {
      sequence.steps().forEach(this::add);
    } else {
      kinds.addAll(EnumSet.allOf(EventKind.class));
    }
  }

  private void add(PatternMatcher.Step step) {
    if (step instanceof PatternMatcher.Occurs occurs) {
      add(occurs.event());
      occurs.until().ifPresent(this::add);
    } else if (step instanceof PatternMatcher.Absent absent) {
      add(absent.event());
    }
  }
}
