package dev.wend.connectors.history;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.Decoded;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.EventFileInput;
import dev.wend.connectors.file.EventFiles;
import dev.wend.connectors.file.FilePart;
import dev.wend.connectors.file.LineReader;
import dev.wend.connectors.file.Records;
import dev.wend.connectors.file.RowFiles;
import dev.wend.connectors.file.Transcoded;
import dev.wend.connectors.file.UnreadablePathException;
import dev.wend.connectors.mapping.GroupMerge;
import dev.wend.connectors.mapping.GroupedLine;
import dev.wend.connectors.mapping.Mapping;
import dev.wend.event.CustomerEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Reads history files: native records, or what a mapping says. Not thread-safe. */
public final class HistoryReader {
  private static final int MAX_LINE_LENGTH = 64 * 1024 * 1024;
  private static final long PART_BYTES = 32L * 1024 * 1024;
  private static final long PROGRESS_STEP = 1024 * 1024;

  private final Predicate<EventFile> taken;
  private final Predicate<EventFile> used;
  private final Lines.Opener opener;
  private final int maxLineLength;
  private final long partBytes;

  private HistoryReader(
      Predicate<EventFile> taken,
      Predicate<EventFile> used,
      Lines.Opener opener,
      int maxLineLength,
      long partBytes) {
    this.taken = taken;
    this.used = used;
    this.opener = opener;
    this.maxLineLength = maxLineLength;
    this.partBytes = partBytes;
  }

  /** Reads native records. */
  public HistoryReader(DecoderSettings settings) {
    this(
        EventFiles::isEventFile,
        EventFiles::isEventFile,
        new NativeLines.Opener(settings),
        MAX_LINE_LENGTH,
        PART_BYTES);
  }

  /** Reads what {@code mapping} says. */
  public HistoryReader(DecoderSettings settings, Mapping mapping) {
    this(
        mapping::takes,
        mapping::uses,
        new MappedLines.Opener(settings, mapping),
        MAX_LINE_LENGTH,
        PART_BYTES);
  }

  /** Reads alike, but lines of at most so many bytes. */
  HistoryReader withMaxLineLength(int bytes) {
    return new HistoryReader(taken, used, opener, bytes, partBytes);
  }

  /** Reads alike, but splits into parts of about so many bytes. */
  HistoryReader withPartBytes(long bytes) {
    return new HistoryReader(taken, used, opener, maxLineLength, bytes);
  }

  /**
   * Finds the files to read, as {@link #locate} does.
   *
   * @throws UnreadablePathException when a path does not exist or cannot be read
   */
  public List<EventFile> find(Collection<Path> paths) throws UnreadablePathException {
    return locate(paths.stream().map(Path::toString).toList());
  }

  /**
   * Finds the files to read, in the order of their names: files that are named or match a glob, and in directories those
   * that the mapping takes, or without one those whose names end as event files do.
   *
   * @param locations paths, globs, or URIs of file systems that Flink knows
   * @throws UnreadablePathException when one does not exist or cannot be read
   */
  public List<EventFile> locate(Collection<String> locations) throws UnreadablePathException {
    return EventFiles.find(locations, taken);
  }

  /**
   * Files of directories that look like event files and are not used: no input of the mapping takes them.
   *
   * @param located what is read of the same locations
   * @throws UnreadablePathException when one does not exist or cannot be read
   */
  public List<EventFile> leftOut(Collection<String> locations, Collection<EventFile> located)
      throws UnreadablePathException {
    Set<EventFile> read = Set.copyOf(located);
    return EventFiles.find(locations, EventFiles::isEventFile).stream()
        .filter(file -> !used.test(file) && !read.contains(file))
        .toList();
  }

  /** The files, of which large ones are split where that changes nothing. */
  public List<FilePart> parts(List<EventFile> files) {
    return files.stream()
        .flatMap(file -> FileSplit.of(file, opener, partBytes, maxLineLength).stream())
        .toList();
  }

  /** Reads a file to its end, or to where it cannot be read further, which is a dead letter too. */
  public void read(EventFile file, HistorySink sink) {
    read(FilePart.whole(file), sink);
  }

  /** Reads a part of a file as {@link #read(EventFile, HistorySink)} does. */
  public void read(FilePart part, HistorySink sink) {
    EventFile file = part.file();
    try {
      if (RowFiles.isRowFile(file)) {
        readRows(part, sink);
      } else {
        readLines(part, sink);
      }
    } catch (IOException unreadable) {
      sink.deadLetter(unreadable(file, part.linesBefore(), unreadable, new byte[0]));
    }
    sink.progress(part.length());
  }

  /** The event of all lines with one group key, given in any order. */
  public static CustomerEvent merge(List<GroupedLine> lines) {
    return GroupMerge.merge(lines);
  }

  private void readLines(FilePart part, HistorySink sink) throws IOException {
    try (EventFileInput in = EventFileInput.open(part)) {
      Lines lines = opener.open(part.file());
      if (part.start() > 0 && lines.hasHeader()) {
        FileSplit.readHeader(part.file(), lines, maxLineLength);
      }
      InputStream text = Transcoded.of(in, lines.charset());
      Records records = lines.records(new LineReader(text, maxLineLength, part.linesBefore()));
      take(part.file(), records, lines, in::storedBytesRead, sink);
    }
  }

  private void readRows(FilePart part, HistorySink sink) throws IOException {
    Lines lines = opener.open(part.file());
    try (RowFiles.Open rows = RowFiles.reader().open(part)) {
      take(part.file(), rows, lines, rows::storedBytesRead, sink);
    }
  }

  private void take(
      EventFile file, Records records, Lines lines, LongSupplier bytesRead, HistorySink sink) {
    long reported = 0;
    try {
      while (records.next()) {
        take(file, records, lines, sink);
        if (bytesRead.getAsLong() - reported >= PROGRESS_STEP) {
          reported = bytesRead.getAsLong();
          sink.progress(reported);
        }
      }
    } catch (IOException unreadable) {
      sink.deadLetter(unreadable(file, records.number(), unreadable, records.record()));
    }
  }

  private void take(EventFile file, Records records, Lines lines, HistorySink sink)
      throws IOException {
    byte[] record = records.record();
    if (records.isTooLong()) {
      Decoded.Rejected tooLong =
          new Decoded.Rejected(
              DeadLetterReason.LINE_TOO_LONG, "longer than " + maxLineLength + " bytes");
      Lines.reject(file, records.number(), record, tooLong, sink);
    } else if (!isBlank(record)) {
      lines.take(records.number(), record, sink);
    }
  }

  static boolean isBlank(byte[] line) {
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
