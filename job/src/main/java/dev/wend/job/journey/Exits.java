package dev.wend.job.journey;

import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.scenario.Settings.ExitCondition;
import dev.wend.scenario.Settings.ExitEvent;
import dev.wend.scenario.Settings.OrderFinalized;
import dev.wend.scenario.Settings.WebsiteEntered;
import java.time.Duration;
import java.util.OptionalLong;

/** Whether an event ends a journey (SEMANTICS.md section 2, {@code exitWhen}). */
final class Exits {
  private static final long VISIT_GAP = Duration.ofMinutes(30).toMillis();

  private Exits() {}

  /** Also notes page visits, by which the next one is told from the begin of a visit. */
  static boolean ends(JourneyContext context, CustomerEvent event) {
    Instance instance = context.instance();
    boolean beginsVisit =
        event.kind() == EventKind.PAGE_VISITED && beginsVisit(instance, event.timestamp());
    boolean ends = ends(context, event, beginsVisit);
    if (event.kind() == EventKind.PAGE_VISITED) {
      instance.visitedAt(event.timestamp());
    }
    return ends;
  }

  /** What an instance counts as its last visit when it enters. */
  static OptionalLong visitOnEntry(CustomerEvent trigger) {
    boolean online = trigger.kind().isVisit() && trigger.channel() == Channel.ONLINE;
    return online ? OptionalLong.of(trigger.timestamp()) : OptionalLong.empty();
  }

  private static boolean ends(JourneyContext context, CustomerEvent event, boolean beginsVisit) {
    for (ExitCondition exit : context.scenario().scenario().settings().exitWhen()) {
      if (ends(exit, context, event, beginsVisit)) {
        return true;
      }
    }
    return false;
  }

  private static boolean ends(
      ExitCondition exit, JourneyContext context, CustomerEvent event, boolean beginsVisit) {
    if (exit instanceof OrderFinalized) {
      return event.kind() == EventKind.ORDER_COMPLETED;
    } else if (exit instanceof WebsiteEntered) {
      return beginsVisit;
    }
    return ((ExitEvent) exit).event().holds(event, context);
  }

  private static boolean beginsVisit(Instance instance, long timestamp) {
    OptionalLong last = instance.lastVisit();
    return last.isEmpty() || timestamp - last.getAsLong() >= VISIT_GAP;
  }
}
