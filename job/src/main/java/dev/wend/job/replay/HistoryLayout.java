package dev.wend.job.replay;

import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.history.HistoryReader;
import java.io.Serializable;

/** How the history files are laid out; sent to where they are read. */
public record HistoryLayout(DecoderSettings settings) implements Serializable {
  /** A reader for one task. */
  public HistoryReader reader() {
    return new HistoryReader(settings);
  }
}
