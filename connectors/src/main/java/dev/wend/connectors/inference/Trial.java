package dev.wend.connectors.inference;

import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.connectors.mapping.Mapped;
import dev.wend.connectors.mapping.MappedFile;
import dev.wend.connectors.mapping.MappedFiles;
import dev.wend.connectors.mapping.Mapping;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a mapping makes of a sample.
 *
 * @param read how many rows became events, or parts of them
 * @param refused by reason and detail of the first of it: how many rows did not
 */
public record Trial(long read, SortedMap<String, Long> refused) {
  /**
   * Tries.
   *
   * @throws InvalidMappingException when the mapping is none
   */
  static Trial of(String mapping, SampleFile sample, DecoderSettings settings)
      throws InvalidMappingException {
    SortedMap<String, Long> refused = new TreeMap<>();
    long read = 0;
    try {
      MappedFile file =
          new MappedFiles(Mapping.parse("draft", mapping), settings).open(sample.file());
      long position = 0;
      for (byte[] record : sample.records()) {
        position++;
        for (Mapped mapped : file.map(position, record)) {
          if (mapped instanceof Mapped.Rejected rejected) {
            refused.merge(rejected.rejected().reason().id(), 1L, Long::sum);
          } else {
            read++;
          }
        }
      }
    } catch (IOException unsuitable) {
      refused.merge("unreadable-file: " + unsuitable.getMessage(), 1L, Long::sum);
    }
    return new Trial(read, refused);
  }

  /** How many rows did not become events. */
  public long refusedRows() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }
}
