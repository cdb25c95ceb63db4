package dev.wend.job.generate;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The files {@code events-2026-01-05.jsonl} of a directory, one a day of arrival, one record a line. */
public final class DayFiles implements Closeable {
  private static final String PREFIX = "events-";
  private static final int BUFFER = 1 << 16;

  private final Path directory;
  private final boolean compressed;
  private final List<Path> written = new ArrayList<>();
  private OutputStream current = OutputStream.nullOutputStream();

  /**
   * Makes the directory where it is missing.
   *
   * @param compressed whether to write {@code .jsonl.gz}
   */
  public DayFiles(Path directory, boolean compressed) throws IOException {
    this.directory = directory;
    this.compressed = compressed;
    Files.createDirectories(directory);
  }

  /** The event files that a directory holds; none where it is missing. */
  public static List<Path> in(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(DayFiles::isEventFile).sorted().toList();
    }
  }

  private static boolean isEventFile(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(PREFIX) && (name.endsWith(".jsonl") || name.endsWith(".jsonl.gz"));
  }

  /** In the order of the days. */
  public List<Path> written() {
    return List.copyOf(written);
  }

  void begin(LocalDate day) throws IOException {
    current.close();
    Path file = directory.resolve(PREFIX + day + (compressed ? ".jsonl.gz" : ".jsonl"));
    OutputStream raw = Files.newOutputStream(file);
    current =
        new BufferedOutputStream(compressed ? new GZIPOutputStream(raw, BUFFER) : raw, BUFFER);
    written.add(file);
  }

  void write(byte[] bytes, int offset, int length) throws IOException {
    current.write(bytes, offset, length);
    current.write('\n');
  }

  @Override
  public void close() throws IOException {
    current.close();
  }
}
