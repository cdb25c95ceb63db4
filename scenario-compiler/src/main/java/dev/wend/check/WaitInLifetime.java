package dev.wend.check;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.issue.IssueCode;
import dev.wend.parse.ParsedNode;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import java.time.Duration;

/** Warns of waits that no instance lives to see the end of (section 2, {@code maxDuration}). */
final class WaitInLifetime implements Rule {
  @Override
  public void check(Inspection inspection) {
    inspection.parsed().scenario().ifPresent(scenario -> check(inspection, scenario));
  }

  private static void check(Inspection inspection, Scenario scenario) {
    Duration life = scenario.settings().maxDuration();
    inspection.forEach(
        Node.Delay.class,
        (parsed, node) -> check(inspection, parsed, "for", node.duration(), life));
    inspection.forEach(
        Node.Sleep.class,
        (parsed, node) -> check(inspection, parsed, "for", node.duration(), life));
    inspection.forEach(
        Node.Condition.class,
        (parsed, node) ->
            node.within().ifPresent(wait -> check(inspection, parsed, "within", wait, life)));
    inspection.forEach(
        Node.WaitFor.class,
        (parsed, node) ->
            node.within().ifPresent(wait -> check(inspection, parsed, "within", wait, life)));
  }

  private static void check(
      Inspection inspection, ParsedNode node, String key, Duration wait, Duration life) {
    if (wait.compareTo(life) >= 0) {
      JsonPointer pointer = node.pointer().appendProperty(key);
      inspection.warning(
          IssueCode.OUTLIVES_INSTANCE,
          pointer,
          "an instance leaves as expired after its maxDuration of "
              + life
              + ", before this wait is over");
    }
  }
}
