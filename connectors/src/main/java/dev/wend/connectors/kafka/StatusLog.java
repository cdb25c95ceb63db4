package dev.wend.connectors.kafka;

import dev.wend.event.StatusRecord;
import java.util.List;

/**
 * What a status topic held at some time.
 *
 * @param records in the order in which they were written
 * @param unreadable how many messages are no status records
 */
public record StatusLog(List<StatusRecord> records, long unreadable) {
  /** Keeps the list as it is now. */
  public StatusLog {
    records = List.copyOf(records);
  }
}
