package dev.wend.check;

import dev.wend.issue.IssueCode;
import dev.wend.matcher.TriggerMatcher.OnDate;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import dev.wend.scenario.WrittenMoment;
import java.time.Instant;

/** A date outside of the active period does nothing (section 3). */
final class DateInActivePeriod implements Rule {
  @Override
  public void check(Inspection inspection) {
    inspection.parsed().scenario().ifPresent(scenario -> check(inspection, scenario));
  }

  private static void check(Inspection inspection, Scenario scenario) {
    inspection.forEach(
        Node.Trigger.class,
        (parsed, node) -> {
          if (node.on() instanceof OnDate on && isOutside(on, scenario)) {
            inspection.warning(
                IssueCode.OUTSIDE_ACTIVE_PERIOD,
                parsed.pointer().appendProperty("on").appendProperty("date"),
                "the scenario is not active on this date, so nobody enters");
          }
        });
  }

  private static boolean isOutside(OnDate on, Scenario scenario) {
    Instant date = WrittenMoment.parse(on.date()).orElseThrow().instant(scenario.timeZone());
    boolean before = scenario.activeFrom().map(date::isBefore).orElse(false);
    boolean after = scenario.activeUntil().map(until -> !date.isBefore(until)).orElse(false);
    return before || after;
  }
}
