package dev.wend.job.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.event.TraceKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * One trace record of a journey, without what is derived from the version of its scenario.
 *
 * @param timestamp epoch milliseconds
 * @param detail the decision or the reason; empty where there is none
 * @param action what was done: its type, channel and fields; missing where nothing was
 */
record Step(
    TraceKind kind, String node, long timestamp, String detail, Cause cause, JsonNode action) {
  static final JsonNode NO_ACTION = MissingNode.getInstance();

  /** In what two steps can differ. */
  enum Aspect {
    KIND("kind"),
    NODE("node"),
    DECISION("decision"),
    TIME("time"),
    CAUSE("cause"),
    ACTION("action");

    private final String id;

    Aspect(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }
  }

  /** Where it differs from the step at the same place of the other journey. */
  Set<Aspect> differences(Step other) {
    Set<Aspect> found = EnumSet.noneOf(Aspect.class);
    note(found, Aspect.KIND, kind == other.kind);
    note(found, Aspect.NODE, node.equals(other.node));
    note(found, Aspect.DECISION, detail.equals(other.detail));
    note(found, Aspect.TIME, timestamp == other.timestamp);
    note(found, Aspect.CAUSE, cause.equals(other.cause));
    note(found, Aspect.ACTION, action.equals(other.action));
    return found;
  }

  private static void note(Set<Aspect> found, Aspect aspect, boolean equal) {
    if (!equal) {
      found.add(aspect);
    }
  }

  /** Whether the same happens at the same node, be it at another time. */
  boolean isSameTurn(Step other) {
    return kind == other.kind
        && node.equals(other.node)
        && detail.equals(other.detail)
        && action.equals(other.action);
  }

  /** Kind, node and detail, by which steps are counted. */
  ObjectNode turn() {
    ObjectNode json = Json.object();
    json.put("node", node);
    json.put("kind", kind.id());
    if (!detail.isEmpty()) {
      json.put(kind == TraceKind.DECIDED ? "decision" : "reason", detail);
    }
    return json;
  }

  ObjectNode toJson() {
    ObjectNode json = turn();
    json.put("timestamp", timestamp);
    json.set("cause", cause.toJson());
    if (!action.isMissingNode()) {
      json.set("action", action);
    }
    return json;
  }
}
