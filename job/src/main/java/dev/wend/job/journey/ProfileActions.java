package dev.wend.job.journey;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.compile.Step;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import dev.wend.event.Profile;
import dev.wend.scenario.ActionType;

/** The actions that change the profile, each of which is an internal event (SEMANTICS.md section 5, step 6). */
final class ProfileActions {
  private final JourneyOutput output;
  private final Records records;

  ProfileActions(JourneyOutput output, Records records) {
    this.output = output;
    this.records = records;
  }

  void perform(JourneyContext context, Step.Act act, Cause cause) {
    Customer customer = context.customer();
    ObjectNode fields = act.settings().fields();
    Profile before = customer.profile();
    switch (act.type()) {
      case ADD_TAG -> customer.setProfile(before.withTag(fields.path("tag").textValue()));
      case REMOVE_TAG -> customer.setProfile(before.withoutTag(fields.path("tag").textValue()));
      default -> customer.setProfile(updated(before, fields));
    }
    if (!cause.cascade().mayGoOn()) {
      output.count(Count.CASCADE_CUT);
      return;
    }
    CustomerEvent event = event(context, act, customer.profile(), cause.timestamp());
    customer
        .internalEvents()
        .addLast(
            new InternalEvent(
                new ProfileEvent(event, before, customer.profile()), cause.cascade().next()));
  }

  private CustomerEvent event(JourneyContext context, Step.Act act, Profile after, long timestamp) {
    String instanceId = records.instanceId(context.customer(), context.instance());
    return new CustomerEvent(
        Identifiers.action(instanceId, act.nodeId(), act.type()),
        context.customer().id(),
        kind(act.type()),
        "",
        timestamp,
        properties(act, after),
        Channel.ONLINE,
        0);
  }

  private static EventKind kind(ActionType type) {
    return switch (type) {
      case ADD_TAG -> EventKind.TAG_ADDED;
      case REMOVE_TAG -> EventKind.TAG_REMOVED;
      default -> EventKind.PROFILE_UPDATED;
    };
  }

  /** The tag, or the whole top-level field; null where it is gone. */
  private static ObjectNode properties(Step.Act act, Profile after) {
    ObjectNode properties = Json.object();
    if (act.type() == ActionType.UPDATE_FIELD) {
      String field = pointer(act.settings().fields()).getMatchingProperty();
      properties.set(field, after.fields().get(field));
    } else {
      properties.set("tag", act.settings().fields().get("tag"));
    }
    return properties;
  }

  private static JsonPointer pointer(ObjectNode fields) {
    return JsonPointer.compile(fields.path("field").textValue());
  }

  private static Profile updated(Profile before, ObjectNode action) {
    ObjectNode fields = before.fields().deepCopy();
    JsonNode value = action.path("value");
    if (value.isNull()) {
      remove(fields, pointer(action));
    } else {
      set(fields, pointer(action), value);
    }
    return fields.equals(before.fields())
        ? before
        : new Profile(before.tags(), before.segments(), before.consents(), fields);
  }

  /** Objects on the way are made, in place of whatever is not an object. */
  private static void set(ObjectNode object, JsonPointer pointer, JsonNode value) {
    ObjectNode parent = object;
    JsonPointer rest = pointer;
    while (!rest.tail().matches()) {
      JsonNode child = parent.path(rest.getMatchingProperty());
      parent = child.isObject() ? (ObjectNode) child : parent.putObject(rest.getMatchingProperty());
      rest = rest.tail();
    }
    parent.set(rest.getMatchingProperty(), value);
  }

  private static void remove(ObjectNode object, JsonPointer pointer) {
    JsonNode parent = object.at(pointer.head());
    if (parent.isObject()) {
      ((ObjectNode) parent).remove(pointer.last().getMatchingProperty());
    }
  }
}
