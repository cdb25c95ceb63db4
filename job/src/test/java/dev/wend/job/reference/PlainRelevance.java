package dev.wend.job.reference;

import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.scenario.Scenario;
import dev.wend.scenario.Settings;
import java.util.List;

/** Section 5, step 0. */
final class PlainRelevance {
  private PlainRelevance() {}

  static boolean concerns(List<Scenario> scenarios, CustomerEvent event) {
    return switch (event.kind()) {
      case TAG_ADDED,
          TAG_REMOVED,
          SEGMENT_ENTERED,
          SEGMENT_LEFT,
          CONSENT_GIVEN,
          CONSENT_WITHDRAWN,
          PROFILE_UPDATED,
          CUSTOMER_ERASED ->
          true;
      default -> scenarios.stream().anyMatch(scenario -> names(scenario, event));
    };
  }

  private static boolean names(Scenario scenario, CustomerEvent event) {
    for (Settings.ExitCondition exit : scenario.settings().exitWhen()) {
      if (exit instanceof Settings.OrderFinalized && event.kind() == EventKind.ORDER_COMPLETED) {
        return true;
      }
      if (exit instanceof Settings.WebsiteEntered && event.kind() == EventKind.PAGE_VISITED) {
        return true;
      }
    }
    return PlainGraph.eventMatchers(scenario).stream()
        .anyMatch(matcher -> PlainMatching.names(matcher, event));
  }
}
