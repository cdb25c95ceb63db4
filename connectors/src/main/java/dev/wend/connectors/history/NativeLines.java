package dev.wend.connectors.history;

import dev.wend.connectors.Decoded;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.nativejson.NativeDecoder;
import java.io.IOException;
import java.util.List;

/** Native JSON, a record a line. */
record NativeLines(EventFile file, NativeDecoder decoder) implements Lines {
  private static final List<String> TABLES = List.of(".csv", ".tsv");

  /** Opens any file but CSV, which cannot be native. */
  record Opener(NativeDecoder decoder) implements Lines.Opener {
    Opener(DecoderSettings settings) {
      this(new NativeDecoder(settings));
    }

    @Override
    public Lines open(EventFile file) throws IOException {
      if (TABLES.stream().anyMatch(file.contentName()::endsWith)) {
        throw new IOException("CSV files are read by a mapping");
      }
      return new NativeLines(file, decoder);
    }
  }

  @Override
  public void take(long number, byte[] line, HistorySink sink) {
    Decoded decoded = decoder.decode(line);
    if (decoded instanceof Decoded.Event read) {
      sink.event(read.event());
    } else if (decoded instanceof Decoded.Rejected rejected) {
      Lines.reject(file, number, line, rejected, sink);
    }
  }
}
