package dev.wend.job.reference;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.matcher.Reference;
import dev.wend.scenario.ActionSettings.OnConsentMissing;
import dev.wend.scenario.ActionType;
import dev.wend.scenario.Node;

/** What action nodes do (sections 2 and 6). */
final class PlainActions {
  private final PlainTimeline timeline;

  PlainActions(PlainTimeline timeline) {
    this.timeline = timeline;
  }

  /** Whether the instance goes on. */
  boolean perform(PlainInstance instance, Node.Action node, PlainStep step) {
    JsonNode consents = timeline.profile.get("consents");
    boolean allowed =
        node.settings().consents().stream()
            .allMatch(consent -> PlainMatching.has(consents, consent));
    if (!allowed) {
      timeline.output.because("suppressed", instance, step, "consent-missing");
      timeline.output.seen.saw("left out, then " + node.settings().onConsentMissing().id());
      if (node.settings().onConsentMissing() == OnConsentMissing.EXIT) {
        timeline.output.because("exited", instance, step, "consent-missing");
        return false;
      }
      return true;
    }
    String hash = Plain.hash(instance.id, node.id());
    boolean changesProfile = isProfileChange(node.actionType());
    String actionId = changesProfile ? "self-" + hash : hash;
    timeline.output.action(instance, node, actionId, data(instance, node), step);
    timeline.output.trace("action", instance, node.id(), step);
    instance.sent.put(
        node.id(), new Facts.Sent(actionId, node.settings().fields().path("template").asText()));
    if (changesProfile) {
      changeProfile(node, actionId, step);
    }
    return true;
  }

  private static boolean isProfileChange(ActionType type) {
    return type == ActionType.ADD_TAG
        || type == ActionType.REMOVE_TAG
        || type == ActionType.UPDATE_FIELD;
  }

  private ObjectNode data(PlainInstance instance, Node.Action node) {
    Facts facts = instance.facts(timeline.profile);
    ObjectNode data = Plain.JSON.objectNode();
    node.settings()
        .data()
        .forEach(
            (name, operand) -> {
              JsonNode value = facts.value(operand);
              if (operand instanceof Reference && PlainComparison.isMissing(value)) {
                timeline.output.count("missingValues");
                value = NullNode.getInstance();
              }
              data.set(name, value);
            });
    return data;
  }

  private void changeProfile(Node.Action node, String actionId, PlainStep step) {
    ObjectNode before = timeline.profile;
    ObjectNode after = before.deepCopy();
    ObjectNode fields = node.settings().fields();
    ObjectNode properties = Plain.JSON.objectNode();
    EventKind kind = EventKind.PROFILE_UPDATED;
    switch (node.actionType()) {
      case ADD_TAG -> {
        kind = EventKind.TAG_ADDED;
        PlainProfile.add(after, "tags", fields.get("tag"));
        properties.set("tag", fields.get("tag"));
      }
      case REMOVE_TAG -> {
        kind = EventKind.TAG_REMOVED;
        PlainProfile.remove(after, "tags", fields.get("tag"));
        properties.set("tag", fields.get("tag"));
      }
      default -> {
        JsonPointer field = JsonPointer.compile(fields.get("field").textValue());
        PlainProfile.update(after, field, fields.get("value"));
        JsonNode whole = after.get("fields").path(field.getMatchingProperty());
        properties.set(
            field.getMatchingProperty(), whole.isMissingNode() ? NullNode.getInstance() : whole);
      }
    }
    timeline.profile = after;
    CustomerEvent internal =
        new CustomerEvent(
            actionId, timeline.customerId, kind, "", step.time(), properties, Channel.ONLINE, 0);
    timeline.put(internal, before, step);
  }
}
