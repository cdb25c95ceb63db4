package dev.wend.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Something to be done for a customer (SEMANTICS.md section 6).
 *
 * @param type the node's type, for example {@code send-email}
 * @param channel where it is to be delivered, by which sinks can route
 * @param timestamp time of the decision, epoch milliseconds
 * @param fields the node's own fields, {@code data} resolved
 * @param trigger the event by which the instance entered; empty for an entry by the clock
 */
public record ActionRecord(
    String actionId,
    String scenarioId,
    long scenarioVersion,
    String instanceId,
    String customerId,
    String nodeId,
    String type,
    Channel channel,
    long timestamp,
    ObjectNode fields,
    Optional<TriggerReference> trigger,
    long position)
    implements OutputRecord {

  @Override
  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("actionId", actionId);
    json.put("scenarioId", scenarioId);
    json.put("scenarioVersion", scenarioVersion);
    json.put("instanceId", instanceId);
    json.put("customerId", customerId);
    json.put("nodeId", nodeId);
    json.put("type", type);
    json.put("timestamp", timestamp);
    json.put("channel", channel.id());
    json.setAll(fields);
    trigger.ifPresent(
        event ->
            json.putObject("trigger")
                .put("messageId", event.messageId())
                .put("kind", event.kind().id())
                .put("timestamp", event.timestamp()));
    return json;
  }
}
