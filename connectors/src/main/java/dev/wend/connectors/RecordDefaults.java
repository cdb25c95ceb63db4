package dev.wend.connectors;

import java.util.Optional;

/**
 * What is known of a record beside its content, taken where the content says nothing.
 *
 * @param timestamp ISO-8601 with an offset
 */
public record RecordDefaults(Optional<String> messageId, Optional<String> timestamp) {
  /** Nothing is known. */
  public static final RecordDefaults NONE = new RecordDefaults(Optional.empty(), Optional.empty());

  /** Without the message id, which can be that of one event only. */
  public RecordDefaults withoutMessageId() {
    return new RecordDefaults(Optional.empty(), timestamp);
  }
}
