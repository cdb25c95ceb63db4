package dev.wend.check;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.issue.IssueCode;
import dev.wend.scenario.Scenario;

/** {@code activeUntil} is after {@code activeFrom}, else the half-open period between them is empty (section 2). */
final class ActivePeriod implements Rule {
  @Override
  public void check(Inspection inspection) {
    if (inspection.parsed().scenario().map(ActivePeriod::isEmpty).orElse(false)) {
      inspection.error(
          IssueCode.EMPTY_PERIOD,
          JsonPointer.empty().appendProperty("activeUntil"),
          "activeUntil must be after activeFrom");
    }
  }

  private static boolean isEmpty(Scenario scenario) {
    return scenario
        .activeFrom()
        .flatMap(from -> scenario.activeUntil().map(until -> !from.isBefore(until)))
        .orElse(false);
  }
}
