package dev.wend.compile;

import dev.wend.scenario.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a node waits for, asks or does, in a few words. */
public final class NodeText {
  private static final List<String> SUBJECTS =
      List.of("template", "coupon", "content", "tag", "field", "url");

  private NodeText() {}

  /** Empty where the type says all. */
  public static String of(Node node) {
    if (node instanceof Node.Trigger trigger) {
      return TriggerText.of(trigger.on()) + trigger.when().map(when -> " when " + when).orElse("");
    } else if (node instanceof Node.Condition condition) {
      return condition.matcher()
          + condition.within().map(window -> " within " + DurationText.of(window)).orElse("");
    } else if (node instanceof Node.Delay delay) {
      return DurationText.of(delay.duration());
    } else if (node instanceof Node.Sleep sleep) {
      return DurationText.of(sleep.duration());
    } else if (node instanceof Node.WaitUntil until) {
      return MomentText.of(new Stage.Moment(until.moment(), until.timeZoneField()));
    } else if (node instanceof Node.WaitFor waits) {
      return waits.within().map(window -> "at most " + DurationText.of(window)).orElse("");
    } else if (node instanceof Node.Action action) {
      return SUBJECTS.stream()
          .map(name -> action.settings().fields().path(name).asText())
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(", "));
    }
    return "";
  }

  /**
   * What stands at an edge.
   *
   * @param node that it leaves
   */
  public static String of(Node node, NodeEdge edge) {
    if (node instanceof Node.Split split) {
      int total = split.shares().stream().mapToInt(Node.Split.Share::weight).sum();
      return split.shares().stream()
          .filter(share -> share.next().equals(edge.to()))
          .map(share -> share.weight() + " of " + total)
          .collect(Collectors.joining(" and "));
    } else if (node instanceof Node.WaitFor waits) {
      Stream<String> branches =
          waits.branches().stream()
              .filter(branch -> branch.next().equals(edge.to()))
              .map(branch -> branch.matcher().toString());
      Optional<String> otherwise = waits.otherwise().filter(edge.to()::equals).map(to -> "else");
      return Stream.concat(branches, otherwise.stream()).collect(Collectors.joining(" or "));
    }
    return edge.decision();
  }
}
