package dev.wend.job.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.event.TraceKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * One record of a customer's trace, with what is known about it from the action records.
 *
 * @param trace the record as it was written
 * @param instance the number of the instance among the customer's, from 1 in order of appearance; 0 for {@code erased}
 * @param action the record of the action that was done
 * @param about the action record of the same node, of another customer where nothing was sent to this one
 * @param trigger the kind of event by which the instance entered
 * @param byClock whether the instance entered by the clock at this very time
 */
public record TraceLine(
    JsonNode trace,
    int instance,
    Optional<JsonNode> action,
    Optional<JsonNode> about,
    Optional<String> trigger,
    boolean byClock) {
  private static final int SHORT = 8;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  public TraceKind kind() {
    return TraceKind.of(text("kind")).orElseThrow();
  }

  /** Epoch milliseconds. */
  public long timestamp() {
    return trace.path("timestamp").asLong();
  }

  String time() {
    return TIME.format(Instant.ofEpochMilli(timestamp()));
  }

  public String scenario() {
    return text("scenarioId");
  }

  public String instanceId() {
    return text("instanceId");
  }

  public String node() {
    return text("nodeId");
  }

  /** The instance as people tell it from others: its number and the beginning of its id. */
  String instanceName() {
    String id = instanceId();
    return kind() == TraceKind.ERASED
        ? ""
        : "#" + instance + " " + id.substring(0, Math.min(SHORT, id.length()));
  }

  /** A member of the record, empty where it has none. */
  String text(String name) {
    return trace.path(name).asText();
  }

  /** What happened, in words. */
  public String words() {
    return TraceWords.of(this);
  }

  /** What it was that made this happen. */
  public String cause() {
    Optional<String> message = Optional.of(text("messageId")).filter(id -> !id.isEmpty());
    return message.map(id -> "by " + id).orElse(byClock ? "by the clock" : "by a deadline");
  }

  /** Whether it is about that scenario, as an erasure is about all. */
  public boolean isOf(String scenario) {
    return kind() == TraceKind.ERASED || scenario().equals(scenario);
  }

  /** As a line of {@code wend trace --json}: the record, and what the text says more. */
  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("time", Instant.ofEpochMilli(timestamp()).toString());
    if (kind() != TraceKind.ERASED) {
      json.put("instance", instance);
    }
    json.put("text", TraceWords.of(this));
    json.put("cause", text("messageId").isEmpty() ? byClock ? "clock" : "deadline" : "message");
    json.set("trace", trace);
    action.ifPresent(done -> json.set("action", done));
    return json;
  }
}
