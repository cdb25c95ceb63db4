package dev.wend.connectors.history;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.mapping.GroupedLine;
import dev.wend.event.CustomerEvent;

/** Takes what a history file holds, in the order of its lines. */
public interface HistorySink {
  /** An event. */
  void event(CustomerEvent event);

  /** A line of a record; {@link HistoryReader#merge} makes the event of all its lines. */
  void line(GroupedLine line);

  /** A record that is not an event. */
  void deadLetter(DeadLetter deadLetter);

  /** How far the file, or the part of it that is read, was read: bytes as stored, from its beginning. */
  void progress(long bytesRead);
}
