package dev.wend.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One step of a journey, for whoever asks why (SEMANTICS.md section 6).
 *
 * @param subject the instance and node that it is about; empty for {@code erased}
 * @param timestamp epoch milliseconds
 * @param messageId what caused it; empty for a deadline or the clock
 * @param detail what was decided, or why: {@link #NO_DETAIL} for kinds that have neither
 */
public record TraceRecord(
    TraceKind kind,
    Optional<Subject> subject,
    String customerId,
    long timestamp,
    Optional<String> messageId,
    Detail detail,
    long position)
    implements OutputRecord {

  /** For records without decision and reason. */
  public static final Detail NO_DETAIL = new None();

  /** The instance and the node that a trace record is about. */
  public record Subject(
      String scenarioId, long scenarioVersion, String instanceId, String nodeId) {}

  /** What more there is to say. */
  public sealed interface Detail permits None, Decision, Reason {}

  /** Nothing more. */
  public record None() implements Detail {}

  /** {@code yes}, {@code no}, or the id of the next node. */
  public record Decision(String decision) implements Detail {}

  /** Why the instance left, or why nothing was sent. */
  public record Reason(String reason) implements Detail {}

  @Override
  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("kind", kind.id());
    subject.ifPresent(
        about -> {
          json.put("scenarioId", about.scenarioId());
          json.put("scenarioVersion", about.scenarioVersion());
          json.put("instanceId", about.instanceId());
        });
    json.put("customerId", customerId);
    subject.ifPresent(about -> json.put("nodeId", about.nodeId()));
    json.put("timestamp", timestamp);
    messageId.ifPresent(id -> json.put("messageId", id));
    if (detail instanceof Decision decided) {
      json.put("decision", decided.decision());
    } else if (detail instanceof Reason why) {
      json.put("reason", why.reason());
    }
    return json;
  }
}
