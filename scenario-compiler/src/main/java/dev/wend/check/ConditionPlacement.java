package dev.wend.check;

import dev.wend.check.Placements.Placement;
import dev.wend.issue.IssueCode;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.parse.ParsedNode;
import dev.wend.scenario.Node;

/** Where a condition without {@code within} may stand, and where it may have a {@code no} (section 4). */
final class ConditionPlacement implements Rule {
  @Override
  public void check(Inspection inspection) {
    inspection.forEach(Node.Condition.class, (parsed, node) -> check(inspection, parsed, node));
  }

  private static void check(Inspection inspection, ParsedNode parsed, Node.Condition node) {
    Placement placement = inspection.placements().of(parsed);
    if (placement == Placement.MIXED) {
      inspection.error(IssueCode.MIXED_PLACEMENT, parsed.pointer(), mixed(inspection, parsed));
    }
    boolean waits = placement == Placement.ELSEWHERE && !(node.matcher() instanceof ProfileMatcher);
    if (waits && node.no().isPresent()) {
      inspection.error(
          IssueCode.ENDLESS_NO,
          parsed.pointer().appendProperty("no"),
          "this condition waits until the event happens, so its 'no' can never be taken; give it a `within` or put a"
              + " delay before it");
    }
  }

  private static String mixed(Inspection inspection, ParsedNode condition) {
    String delay = idOf(inspection, condition, Placement.BEHIND_DELAY);
    String other = idOf(inspection, condition, Placement.ELSEWHERE);
    return "a condition without `within` is reached from a delay or in another way, not both; here by '"
        + delay
        + "' and by '"
        + other
        + "'; give it a `within`, or write it once for each way";
  }

  private static String idOf(Inspection inspection, ParsedNode condition, Placement way) {
    return inspection.graph().predecessors(condition).stream()
        .filter(from -> inspection.placements().wayFrom(from) == way)
        .flatMap(from -> from.id().stream())
        .findFirst()
        .orElseThrow();
  }
}
