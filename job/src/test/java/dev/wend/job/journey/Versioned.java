package dev.wend.job.journey;

import dev.wend.check.ScenarioChecker;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;

/** A scenario in several versions, and the events that it knows. */
final class Versioned {
  static final String VIEW = "{ \"event\": \"product-viewed\" }";

  private Versioned() {}

  static CompiledScenario scenario(int version, String settings, String on, String data) {
    return compiled(document(version, settings, on, data));
  }

  static CompiledScenario compiled(String document) {
    return ScenarioCompiler.compile(
        ScenarioChecker.check("s.json", document).scenario().orElseThrow());
  }

  static String document(int version, String settings, String on, String data) {
    return """
        { "id": "s", "version": %d, "name": "S", "status": "active", "settings": { %s },
          "nodes": [
            { "id": "start", "type": "trigger", "on": %s, "next": "wait" },
            { "id": "wait", "type": "delay", "for": "PT2H", "next": "mail" },
            { "id": "mail", "type": "send-email", "template": "t", "data": { %s }, "next": "done" },
            { "id": "done", "type": "end" } ] }
        """
        .formatted(version, settings, on, data);
  }

  /** The first of an order, the second of a view. */
  static String twoTriggers(int version, String first, String second) {
    String trigger = "{ \"id\": \"%s\", \"type\": \"trigger\", \"on\": %s, \"next\": \"wait\" },";
    return document(version, "\"onUpdate\": \"restart\"", VIEW, "")
        .replace(
            trigger.formatted("start", VIEW),
            trigger.formatted(first, "{ \"event\": \"order-completed\" }")
                + trigger.formatted(second, VIEW));
  }

  static CustomerEvent viewed(String messageId, long timestamp) {
    return new CustomerEvent(
        messageId,
        "c",
        EventKind.PRODUCT_VIEWED,
        "",
        timestamp,
        Json.object().put("sku", "sku-" + messageId).put("price", 5),
        Channel.ONLINE,
        0);
  }

  static CustomerEvent joined(String messageId, long timestamp) {
    return new CustomerEvent(
        messageId,
        "c",
        EventKind.SEGMENT_ENTERED,
        "",
        timestamp,
        Json.object().put("audience_key", "women"),
        Channel.ONLINE,
        0);
  }
}
