package dev.wend.job.replay;

import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.history.HistoryReader;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.connectors.mapping.Mapping;
import java.io.Serializable;
import java.util.Optional;

/** How the history files are laid out; sent as text to where they are read. */
public final class HistoryLayout implements Serializable {
  private static final long serialVersionUID = 1;

  private final DecoderSettings settings;
  private final String mappingSource;
  private final String mappingText;

  private HistoryLayout(DecoderSettings settings, String mappingSource, String mappingText) {
    this.settings = settings;
    this.mappingSource = mappingSource;
    this.mappingText = mappingText;
  }

  /** Native JSON lines. */
  public static HistoryLayout nativeLines(DecoderSettings settings) {
    return new HistoryLayout(settings, "", "");
  }

  /**
   * As a mapping file says.
   *
   * @param source the name of the mapping file
   * @param text what it holds
   * @throws InvalidMappingException with all that is wrong with it
   */
  public static HistoryLayout mapped(DecoderSettings settings, String source, String text)
      throws InvalidMappingException {
    Mapping.parse(source, text);
    return new HistoryLayout(settings, source, text);
  }

  /** A reader for one task. */
  public HistoryReader reader() {
    return mapping()
        .map(mapping -> new HistoryReader(settings, mapping))
        .orElseGet(() -> new HistoryReader(settings));
  }

  private Optional<Mapping> mapping() {
    if (mappingSource.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Mapping.parse(mappingSource, mappingText));
    } catch (InvalidMappingException impossible) {
      throw new IllegalStateException("the mapping was read before", impossible);
    }
  }
}
