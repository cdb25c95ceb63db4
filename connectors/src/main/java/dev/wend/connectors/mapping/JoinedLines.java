package dev.wend.connectors.mapping;

import dev.wend.connectors.file.QuoteScan;
import dev.wend.connectors.file.Records;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The lines of a CSV file, with those joined by a line feed between which a quoted value goes on. Where the value does not
 * end, or what comes out is no row, the line stands for itself, so that one missing quote spoils one row.
 */
final class JoinedLines implements Records {
  private static final int MAX_LENGTH = 1024 * 1024;

  private record Line(long number, byte[] bytes, boolean tooLong) {}

  private final Records lines;
  private final CsvRows rows;
  private final QuoteScan scan;
  private final Deque<Line> ahead = new ArrayDeque<>();
  private Line current = new Line(0, new byte[0], false);

  JoinedLines(Records lines, CsvRows rows, QuoteScan scan) {
    this.lines = lines;
    this.rows = rows;
    this.scan = scan;
  }

  @Override
  public boolean next() throws IOException {
    if (ahead.isEmpty() && !readAhead()) {
      return false;
    }
    current = ahead.remove();
    scan.begin();
    scan.follow(current.bytes(), 0, current.bytes().length);
    if (scan.isOpen()) {
      join();
    }
    return true;
  }

  private boolean readAhead() throws IOException {
    boolean read;
    try {
      read = lines.next();
    } catch (IOException unreadable) {
      current = new Line(lines.number(), lines.record(), false);
      throw unreadable;
    }
    if (read) {
      ahead.add(new Line(lines.number(), lines.record(), lines.isTooLong()));
    }
    return read;
  }

  /** Looks for the line that ends the value; a file that ends, or cannot be read on, before it does not have it. */
  private void join() throws IOException {
    List<Line> taken = new ArrayList<>();
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(current.bytes());
    while (scan.isOpen() && joined.size() < MAX_LENGTH && (!ahead.isEmpty() || readAhead())) {
      Line line = ahead.remove();
      taken.add(line);
      joined.write('\n');
      joined.writeBytes(line.bytes());
      scan.follow(line.bytes(), 0, line.bytes().length);
    }
    byte[] record = joined.toByteArray();
    if (!scan.isOpen() && !scan.isMalformed() && rows.isRow(record)) {
      current = new Line(current.number(), record, false);
    } else {
      for (int index = taken.size() - 1; index >= 0; index--) {
        ahead.addFirst(taken.get(index));
      }
    }
  }

  @Override
  public byte[] record() {
    return current.bytes();
  }

  @Override
  public long number() {
    return current.number();
  }

  @Override
  public boolean isTooLong() {
    return current.tooLong();
  }
}
