package dev.wend.connectors.kafka;

import java.util.Optional;

/**
 * A message of the control topic (SEMANTICS.md section 6, "Live"): a document, or, without one, that a scenario stops.
 *
 * @param request where it lies, for example {@code wend-control/0@17}
 * @param key the id of the scenario; empty where the message has none
 * @param document as text; empty for a stop
 */
public record ControlMessage(String request, Optional<String> key, Optional<String> document) {

  /** The name by which answers speak of a message. */
  public static String request(String topic, int partition, long offset) {
    return topic + "/" + partition + "@" + offset;
  }
}
