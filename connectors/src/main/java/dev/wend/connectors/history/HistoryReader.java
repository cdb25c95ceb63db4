package dev.wend.connectors.history;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.Decoded;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.EventFileInput;
import dev.wend.connectors.file.EventFiles;
import dev.wend.connectors.file.LineReader;
import dev.wend.connectors.file.UnreadablePathException;
import dev.wend.connectors.nativejson.NativeDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Reads history files: native JSON lines. Not thread-safe. */
public final class HistoryReader {
  private static final int MAX_LINE_LENGTH = 64 * 1024 * 1024;
  private static final long PROGRESS_STEP = 1024 * 1024;

  private final NativeDecoder decoder;

  /** Reads native JSON lines. */
  public HistoryReader(DecoderSettings settings) {
    this.decoder = new NativeDecoder(settings);
  }

  /**
   * Finds the files to read, in the order of their names (section 6: the result does not depend on it).
   *
   * @throws UnreadablePathException when a path does not exist or cannot be read
   */
  public List<EventFile> find(Collection<Path> paths) throws UnreadablePathException {
    return EventFiles.find(paths, EventFiles::isEventFile);
  }

  /** Reads a file to its end, or to where it cannot be read further, which is a dead letter too. */
  public void read(EventFile file, HistorySink sink) {
    try (EventFileInput in = EventFileInput.open(file)) {
      readLines(file, in, sink);
      sink.progress(file.size());
    } catch (IOException unreadable) {
      sink.deadLetter(unreadable(file, 0, unreadable, new byte[0]));
    }
  }

  private void readLines(EventFile file, EventFileInput in, HistorySink sink) throws IOException {
    LineReader lines = new LineReader(in, MAX_LINE_LENGTH);
    long reported = 0;
    while (next(file, lines, sink)) {
      decode(file, lines, sink);
      if (in.storedBytesRead() - reported >= PROGRESS_STEP) {
        reported = in.storedBytesRead();
        sink.progress(reported);
      }
    }
  }

  private static boolean next(EventFile file, LineReader lines, HistorySink sink) {
    try {
      return lines.next();
    } catch (IOException unreadable) {
      sink.deadLetter(unreadable(file, lines.number(), unreadable, lines.line()));
      return false;
    }
  }

  private void decode(EventFile file, LineReader lines, HistorySink sink) {
    byte[] line = lines.line();
    if (lines.isTooLong()) {
      String detail = "longer than " + MAX_LINE_LENGTH + " bytes";
      reject(file, lines, new Decoded.Rejected(DeadLetterReason.LINE_TOO_LONG, detail), sink);
    } else if (!isBlank(line)) {
      Decoded decoded = decoder.decode(line);
      if (decoded instanceof Decoded.Event read) {
        sink.event(read.event());
      } else if (decoded instanceof Decoded.Rejected rejected) {
        reject(file, lines, rejected, sink);
      }
    }
  }

  private static void reject(
      EventFile file, LineReader lines, Decoded.Rejected rejected, HistorySink sink) {
    sink.deadLetter(
        DeadLetter.of(
            file.name(), lines.number(), rejected.reason(), rejected.detail(), lines.line()));
  }

  private static boolean isBlank(byte[] line) {
    for (byte each : line) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return true;
  }

  private static DeadLetter unreadable(
      EventFile file, long position, IOException problem, byte[] text) {
    String detail = problem.getMessage() == null ? problem.toString() : problem.getMessage();
    return DeadLetter.of(file.name(), position, DeadLetterReason.UNREADABLE_FILE, detail, text);
  }
}
