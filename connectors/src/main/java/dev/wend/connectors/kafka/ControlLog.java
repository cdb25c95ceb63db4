package dev.wend.connectors.kafka;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a control topic held at some time.
 *
 * @param messages by partition and offset
 * @param next the offset behind them in each partition
 */
public record ControlLog(List<ControlMessage> messages, SortedMap<Integer, Long> next) {
  /** Nothing was read yet. */
  public static final ControlLog EMPTY = new ControlLog(List.of(), new TreeMap<>());

  /** Keeps both as they are now. */
  public ControlLog {
    messages = List.copyOf(messages);
    next = Collections.unmodifiableSortedMap(new TreeMap<>(next));
  }
}
