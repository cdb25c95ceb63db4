package dev.wend.job.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.job.reference.ReferenceInterpreter.Records;
import java.util.List;
import java.util.stream.Collectors;

/** Where records differ, in words. Numbers are compared as they are written, members of objects in any order. */
final class Difference {
  private Difference() {}

  /** Empty where nothing differs. */
  static String of(String way, Records expected, Records found) {
    String counts =
        expected.counts().equals(found.counts())
            ? ""
            : "counts by the reference " + expected.counts() + ", by the engine " + found.counts();
    return ofRecords(way, expected, found) + counts;
  }

  /** As {@link #of}, whatever was counted. */
  static String ofRecords(String way, Records expected, Records found) {
    String actions = of(way + ", actions", expected.actions(), found.actions());
    return of(way + ", trace", expected.trace(), found.trace()) + actions;
  }

  private static String of(String what, List<ObjectNode> expected, List<ObjectNode> found) {
    int same = 0;
    while (same < Math.min(expected.size(), found.size())
        && same(expected.get(same), found.get(same))) {
      same++;
    }
    if (same == expected.size() && same == found.size()) {
      return "";
    }
    return String.join(
        "\n",
        what + ": the first " + same + " equal, then by the reference:",
        lines(expected.subList(same, expected.size())),
        "by the engine:",
        lines(found.subList(same, found.size())),
        "");
  }

  private static String lines(List<ObjectNode> records) {
    return records.stream().map(ObjectNode::toString).collect(Collectors.joining("\n"));
  }

  private static boolean same(JsonNode left, JsonNode right) {
    boolean same = left.getNodeType() == right.getNodeType() && left.size() == right.size();
    if (left.isObject()) {
      for (var member : left.properties()) {
        same = same && same(member.getValue(), right.path(member.getKey()));
      }
    } else if (left.isArray()) {
      for (int index = 0; same && index < left.size(); index++) {
        same = same(left.get(index), right.get(index));
      }
    } else {
      same = same && left.asText().equals(right.asText());
    }
    return same;
  }
}
