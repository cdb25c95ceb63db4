package dev.wend.check;

import dev.wend.event.EventKind;
import dev.wend.matcher.EventFilter;
import dev.wend.matcher.EventMatcher;
import dev.wend.scenario.Settings.ExitCondition;
import dev.wend.scenario.Settings.ExitEvent;
import dev.wend.scenario.Settings.OrderFinalized;

/** Whether every event that meets a matcher also meets an exit condition, as far as their texts show it. */
final class ExitCoverage {
  private ExitCoverage() {}

  static boolean covers(ExitCondition exit, EventMatcher matcher) {
    if (exit instanceof OrderFinalized) {
      return matcher.event().kind() == EventKind.ORDER_COMPLETED;
    }
    return exit instanceof ExitEvent on && covers(on.event(), matcher);
  }

  private static boolean covers(EventMatcher wide, EventMatcher narrow) {
    boolean alikeItems = wide.event().perLineItem() == narrow.event().perLineItem();
    boolean looksAtItems = !wide.products().isEmpty() || !wide.where().isEmpty();
    return wide.event().kind() == narrow.event().kind()
        && (alikeItems || !looksAtItems)
        && (wide.channel().isEmpty() || wide.channel().equals(narrow.channel()))
        && wide.filters().keySet().stream().allMatch(filter -> sameFilter(wide, narrow, filter))
        && coversProducts(wide, narrow)
        && narrow.where().containsAll(wide.where())
        && wide.of().isEmpty()
        && (wide.machineOpens() || !narrow.machineOpens());
  }

  private static boolean sameFilter(EventMatcher wide, EventMatcher narrow, EventFilter filter) {
    return wide.filters().get(filter).equals(narrow.filters().get(filter));
  }

  private static boolean coversProducts(EventMatcher wide, EventMatcher narrow) {
    return wide.products().isEmpty()
        || (!narrow.products().isEmpty() && wide.products().containsAll(narrow.products()));
  }
}
