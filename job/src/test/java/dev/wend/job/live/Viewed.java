package dev.wend.job.live;

import dev.wend.job.operator.ScenarioDocument;

/** A scenario in many versions: who views something gets a mail when some time has passed. */
final class Viewed {
  private Viewed() {}

  /**
   * A version.
   *
   * @param onUpdate empty for the default
   */
  static String document(int version, String delay, String onUpdate) {
    String settings = onUpdate.isEmpty() ? "{}" : "{ \"onUpdate\": \"" + onUpdate + "\" }";
    return """
        { "id": "viewed", "version": %d, "name": "Viewed", "status": "active", "settings": %s, "nodes": [
          { "id": "start", "type": "trigger", "on": { "event": "product-viewed" }, "next": "wait" },
          { "id": "wait", "type": "delay", "for": "%s", "next": "mail" },
          { "id": "mail", "type": "send-email", "template": "version-%d", "next": "done" },
          { "id": "done", "type": "end" } ] }
        """
        .formatted(version, settings, delay, version);
  }

  /** The first version. */
  static ScenarioDocument scenario(String delay) {
    return new ScenarioDocument("viewed.json", document(1, delay, ""));
  }

  /** A native record. */
  static String event(String messageId, String customerId, long timestamp) {
    return """
        { "type": "track", "event": "Product Viewed", "messageId": "%s", "userId": "%s", "timestamp": %d, "properties": { "product_id": "p1" } }"""
        .formatted(messageId, customerId, timestamp);
  }
}
