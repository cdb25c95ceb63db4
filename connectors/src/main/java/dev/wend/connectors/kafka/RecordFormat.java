package dev.wend.connectors.kafka;

import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.connectors.mapping.MappedTopics;
import dev.wend.connectors.mapping.Mapping;
import java.io.Serializable;

/** How the values of messages are written. */
public sealed interface RecordFormat extends Serializable {
  /** Native JSON (SEMANTICS.md section 1). */
  record Native() implements RecordFormat {}

  /**
   * What a mapping file reads.
   *
   * @param source the file, as messages name it
   * @param text its content
   */
  record Mapped(String source, String text) implements RecordFormat {
    /**
     * The mapping, checked.
     *
     * @throws InvalidMappingException with all that is wrong with it, for messages of topics
     */
    public MappedTopics topics() throws InvalidMappingException {
      return MappedTopics.of(Mapping.parse(source, text));
    }
  }
}
