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
import dev.wend.connectors.mapping.GroupMerge;
import dev.wend.connectors.mapping.GroupedLine;
import dev.wend.connectors.mapping.Mapping;
import dev.wend.event.CustomerEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Reads history files: native JSON lines, or what a mapping says. Not thread-safe. */
public final class HistoryReader {
  private static final int MAX_LINE_LENGTH = 64 * 1024 * 1024;
  private static final long PROGRESS_STEP = 1024 * 1024;

  private final Predicate<EventFile> taken;
  private final Lines.Opener opener;
  private final int maxLineLength;

  private HistoryReader(Predicate<EventFile> taken, Lines.Opener opener, int maxLineLength) {
    this.taken = taken;
    this.opener = opener;
    this.maxLineLength = maxLineLength;
  }

  /** Reads native JSON lines. */
  public HistoryReader(DecoderSettings settings) {
    this(EventFiles::isEventFile, new NativeLines.Opener(settings), MAX_LINE_LENGTH);
  }

  /** Reads what {@code mapping} says. */
  public HistoryReader(DecoderSettings settings, Mapping mapping) {
    this(mapping::takes, new MappedLines.Opener(settings, mapping), MAX_LINE_LENGTH);
  }

  /** Reads alike, but lines of at most so many bytes. */
  HistoryReader withMaxLineLength(int bytes) {
    return new HistoryReader(taken, opener, bytes);
  }

  /**
   * Finds the files to read, in the order of their names: files that are named, and in directories those that the mapping
   * takes, or without one those whose names end as event files do.
   *
   * @throws UnreadablePathException when a path does not exist or cannot be read
   */
  public List<EventFile> find(Collection<Path> paths) throws UnreadablePathException {
    return EventFiles.find(paths, taken);
  }

  /** Reads a file to its end, or to where it cannot be read further, which is a dead letter too. */
  public void read(EventFile file, HistorySink sink) {
    try (EventFileInput in = EventFileInput.open(file)) {
      readLines(file, in, opener.open(file), sink);
    } catch (IOException unreadable) {
      sink.deadLetter(unreadable(file, 0, unreadable, new byte[0]));
    }
    sink.progress(file.size());
  }

  /** The event of all lines with one group key, given in any order. */
  public static CustomerEvent merge(List<GroupedLine> lines) {
    return GroupMerge.merge(lines);
  }

  private void readLines(EventFile file, EventFileInput in, Lines lines, HistorySink sink) {
    LineReader reader = new LineReader(in, maxLineLength);
    long reported = 0;
    try {
      while (reader.next()) {
        take(file, reader, lines, sink);
        if (in.storedBytesRead() - reported >= PROGRESS_STEP) {
          reported = in.storedBytesRead();
          sink.progress(reported);
        }
      }
    } catch (IOException unreadable) {
      sink.deadLetter(unreadable(file, reader.number(), unreadable, reader.line()));
    }
  }

  private void take(EventFile file, LineReader reader, Lines lines, HistorySink sink)
      throws IOException {
    byte[] line = reader.line();
    if (reader.isTooLong()) {
      Decoded.Rejected tooLong =
          new Decoded.Rejected(
              DeadLetterReason.LINE_TOO_LONG, "longer than " + maxLineLength + " bytes");
      Lines.reject(file, reader.number(), line, tooLong, sink);
    } else if (!isBlank(line)) {
      lines.take(reader.number(), line, sink);
    }
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
