package dev.wend.connectors.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Splits large files of this machine at the ends of lines, so that several tasks can read one. */
public final class LineParts {
  private static final int BUFFER_SIZE = 256 * 1024;

  private LineParts() {}

  /** Whether the file is large enough, and such that one can begin in its middle. */
  public static boolean canSplit(EventFile file, long partBytes) {
    return file.size() >= 2 * partBytes && !file.isCompressed() && !Storage.isRemote(file.path());
  }

  /**
   * Parts of about that size, each of which knows how many lines lie before it; the whole where a line ends inside a
   * quoted value.
   *
   * @param quotes follows the quotes of a file of CSV
   * @throws IOException when the file cannot be read
   */
  public static List<FilePart> of(EventFile file, long partBytes, Optional<QuoteScan> quotes)
      throws IOException {
    List<FilePart> pieces = pieces(file, partBytes);
    List<OptionalLong> lines;
    try {
      lines =
          pieces.parallelStream().map(piece -> lines(piece, quotes.map(QuoteScan::anew))).toList();
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
    List<FilePart> parts = new ArrayList<>();
    long before = 0;
    for (int index = 0; index < pieces.size(); index++) {
      if (lines.get(index).isEmpty()) {
        return List.of(FilePart.whole(file));
      }
      FilePart piece = pieces.get(index);
      parts.add(new FilePart(file, piece.start(), piece.end(), before));
      before += lines.get(index).getAsLong();
    }
    return parts;
  }

  private static List<FilePart> pieces(EventFile file, long partBytes) throws IOException {
    List<FilePart> pieces = new ArrayList<>();
    long start = 0;
    while (start < file.size()) {
      long wanted = start + partBytes;
      long end = wanted >= file.size() ? file.size() : lineAfter(file, wanted);
      pieces.add(new FilePart(file, start, end, 0));
      start = end;
    }
    return pieces;
  }

  /** Where the first line begins that does not begin before {@code position}. */
  private static long lineAfter(EventFile file, long position) throws IOException {
    FilePart rest = new FilePart(file, position - 1, file.size(), 0);
    byte[] buffer = new byte[BUFFER_SIZE];
    long at = position - 1;
    try (InputStream in = EventFileInput.open(rest)) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        for (int index = 0; index < read; index++) {
          if (buffer[index] == '\n') {
            return at + index + 1;
          }
        }
        at += read;
      }
    }
    return file.size();
  }

  /** How many; empty where one ends inside a quoted value. */
  private static OptionalLong lines(FilePart piece, Optional<QuoteScan> quotes) {
    byte[] buffer = new byte[BUFFER_SIZE];
    long lines = 0;
    try (InputStream in = EventFileInput.open(piece)) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        int from = 0;
        for (int index = 0; index < read; index++) {
          if (buffer[index] != '\n') {
            continue;
          }
          lines++;
          if (quotes.isPresent() && endsOpen(quotes.get(), buffer, from, index)) {
            return OptionalLong.empty();
          }
          from = index + 1;
        }
        if (quotes.isPresent()) {
          quotes.get().follow(buffer, from, read);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return OptionalLong.of(lines);
  }

  private static boolean endsOpen(QuoteScan quotes, byte[] buffer, int from, int to) {
    quotes.follow(buffer, from, to);
    boolean open = quotes.isOpen();
    quotes.begin();
    return open;
  }
}
