package dev.wend.connectors.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.EventFileInput;
import dev.wend.connectors.file.FilePart;
import dev.wend.connectors.file.LineParts;
import dev.wend.connectors.file.LineReader;
import dev.wend.connectors.file.Records;
import dev.wend.connectors.file.RowFiles;
import dev.wend.connectors.mapping.GroupedLine;
import dev.wend.event.CustomerEvent;
import java.io.IOException;
import java.util.List;

/** Splits a file where its parts, read apart, give what the whole would give. */
final class FileSplit {
  private FileSplit() {}

  /** The parts; the whole where it is small or cannot be split. */
  static List<FilePart> of(EventFile file, Lines.Opener opener, long partBytes, int maxLineLength) {
    try {
      if (RowFiles.isRowFile(file)) {
        return RowFiles.reader().parts(file);
      }
      return LineParts.canSplit(file, partBytes)
          ? lines(file, opener, partBytes, maxLineLength)
          : List.of(FilePart.whole(file));
    } catch (IOException saidWhereItIsRead) {
      return List.of(FilePart.whole(file));
    }
  }

  private static List<FilePart> lines(
      EventFile file, Lines.Opener opener, long partBytes, int maxLineLength) throws IOException {
    Lines lines = opener.open(file);
    boolean readable = !lines.hasHeader() || readHeader(file, lines, maxLineLength);
    return readable && lines.charset().equals(UTF_8)
        ? LineParts.of(file, partBytes, lines.quotes())
        : List.of(FilePart.whole(file));
  }

  /** Hands the first record of the file to {@code lines}; whether that took it without complaint. */
  static boolean readHeader(EventFile file, Lines lines, int maxLineLength) throws IOException {
    try (EventFileInput in = EventFileInput.open(file)) {
      Records records = lines.records(new LineReader(in, maxLineLength));
      Complaints complaints = new Complaints();
      while (records.next()) {
        if (!HistoryReader.isBlank(records.record())) {
          lines.take(records.number(), records.record(), complaints);
          return !records.isTooLong() && !complaints.any;
        }
      }
      return false;
    }
  }

  /** Notes whether anything at all came of a record. */
  private static final class Complaints implements HistorySink {
    private boolean any;

    @Override
    public void event(CustomerEvent event) {
      any = true;
    }

    @Override
    public void line(GroupedLine line) {
      any = true;
    }

    @Override
    public void deadLetter(DeadLetter deadLetter) {
      any = true;
    }

    @Override
    public void progress(long bytesRead) {}
  }
}
