package dev.wend.compile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import java.nio.charset.StandardCharsets;

/** Events of one customer, of which only kind, name, channel and properties matter. */
final class Events {
  private Events() {}

  static CustomerEvent event(EventKind kind, String name, String properties) {
    return event(kind, name, properties, Channel.ONLINE);
  }

  static CustomerEvent event(EventKind kind, String name, String properties, Channel channel) {
    ObjectNode read = (ObjectNode) Json.read(properties.getBytes(StandardCharsets.UTF_8));
    return new CustomerEvent("m", "c", kind, name, 1_000, read, channel, 0);
  }
}
