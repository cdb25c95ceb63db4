package dev.wend.connectors.history;

import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.QuoteScan;
import dev.wend.connectors.file.Records;
import dev.wend.connectors.mapping.Mapped;
import dev.wend.connectors.mapping.MappedFile;
import dev.wend.connectors.mapping.MappedFiles;
import dev.wend.connectors.mapping.Mapping;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;

/** Lines that a mapping reads. */
record MappedLines(EventFile file, MappedFile mapped) implements Lines {
  /** Opens the files that the mapping takes. */
  record Opener(MappedFiles files) implements Lines.Opener {
    Opener(DecoderSettings settings, Mapping mapping) {
      this(new MappedFiles(mapping, settings));
    }

    @Override
    public Lines open(EventFile file) throws IOException {
      return new MappedLines(file, files.open(file));
    }
  }

  @Override
  public void take(long number, byte[] line, HistorySink sink) throws IOException {
    for (Mapped each : mapped.map(number, line)) {
      if (each instanceof Mapped.Event event) {
        sink.event(event.event());
      } else if (each instanceof Mapped.Line grouped) {
        sink.line(grouped.line());
      } else if (each instanceof Mapped.Rejected rejected) {
        Lines.reject(file, number, line, rejected.rejected(), sink);
      }
    }
  }

  @Override
  public Records records(Records lines) {
    return mapped.records(lines);
  }

  @Override
  public Charset charset() {
    return mapped.charset();
  }

  @Override
  public Optional<QuoteScan> quotes() {
    return mapped.quotes();
  }

  @Override
  public boolean hasHeader() {
    return mapped.hasHeader();
  }
}
