package dev.wend.job.config;

import dev.wend.event.Channel;
import java.io.Serializable;
import java.util.List;

/**
 * Which actions a sink takes; an empty list takes all.
 *
 * @param types of the actions' nodes, for example {@code send-email}
 */
public record ActionSelection(List<String> types, List<Channel> channels) implements Serializable {
  /** All actions. */
  public static final ActionSelection ALL = new ActionSelection(List.of(), List.of());

  /** Whether an action of that type and channel is taken. */
  public boolean takes(String type, Channel channel) {
    return (types.isEmpty() || types.contains(type))
        && (channels.isEmpty() || channels.contains(channel));
  }
}
