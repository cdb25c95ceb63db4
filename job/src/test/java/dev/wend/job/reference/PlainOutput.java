package dev.wend.job.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.CustomerEvent;
import dev.wend.scenario.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The records of one customer (section 6), in the order in which they are written. */
final class PlainOutput {
  final List<PlainRecord> records = new ArrayList<>();
  final SortedMap<String, Integer> counts = new TreeMap<>();
  final Sightings seen = new Sightings();
  private final String customerId;

  PlainOutput(String customerId) {
    this.customerId = customerId;
  }

  void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  void trace(String kind, PlainInstance instance, String nodeId, PlainStep step) {
    write(record(kind, instance, nodeId, step));
  }

  void decided(PlainInstance instance, String nodeId, PlainStep step, String decision) {
    write(record("decided", instance, nodeId, step).put("decision", decision));
  }

  void because(String kind, PlainInstance instance, PlainStep step, String reason) {
    write(record(kind, instance, instance.node.id(), step).put("reason", reason));
  }

  void erased(PlainStep step) {
    ObjectNode json = Plain.JSON.objectNode();
    json.put("kind", "erased");
    json.put("customerId", customerId);
    json.put("timestamp", step.time());
    json.put("messageId", step.event().orElseThrow().messageId());
    write(json);
  }

  void action(
      PlainInstance instance, Node.Action node, String actionId, ObjectNode data, PlainStep step) {
    ObjectNode json = Plain.JSON.objectNode();
    json.put("actionId", actionId);
    json.put("scenarioId", instance.scenario.id());
    json.put("scenarioVersion", instance.scenario.version());
    json.put("instanceId", instance.id);
    json.put("customerId", customerId);
    json.put("nodeId", node.id());
    json.put("type", node.type());
    json.put("timestamp", step.time());
    json.put("channel", node.settings().channel().id());
    node.settings()
        .fields()
        .properties()
        .forEach(field -> json.set(field.getKey(), field.getValue()));
    if (!node.settings().data().isEmpty()) {
      json.set("data", data);
    }
    if (instance.triggerEvent.isPresent()) {
      CustomerEvent trigger = instance.triggerEvent.get();
      ObjectNode reference = json.putObject("trigger");
      reference.put("messageId", trigger.messageId());
      reference.put("kind", trigger.kind().id());
      reference.put("timestamp", trigger.timestamp());
    }
    records.add(new PlainRecord(true, json));
  }

  private ObjectNode record(String kind, PlainInstance instance, String nodeId, PlainStep step) {
    ObjectNode json = Plain.JSON.objectNode();
    json.put("kind", kind);
    json.put("scenarioId", instance.scenario.id());
    json.put("scenarioVersion", instance.scenario.version());
    json.put("instanceId", instance.id);
    json.put("customerId", customerId);
    json.put("nodeId", nodeId);
    json.put("timestamp", step.time());
    step.event().ifPresent(event -> json.put("messageId", event.messageId()));
    return json;
  }

  private void write(ObjectNode trace) {
    records.add(new PlainRecord(false, trace));
  }
}
