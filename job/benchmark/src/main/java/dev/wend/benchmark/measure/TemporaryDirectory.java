package dev.wend.benchmark.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory that is deleted with all that is in it. */
public record TemporaryDirectory(Path path) implements AutoCloseable {

  /** A new one in {@code parent}. */
  public static TemporaryDirectory in(Path parent) throws IOException {
    return new TemporaryDirectory(Files.createTempDirectory(parent, "wend-benchmark"));
  }

  /** A new one where the system keeps such. */
  static TemporaryDirectory forThisRun() throws IOException {
    return in(Path.of(System.getProperty("java.io.tmpdir")));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> found = Files.walk(path)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    }
  }
}
