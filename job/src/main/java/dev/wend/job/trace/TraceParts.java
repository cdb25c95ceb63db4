package dev.wend.job.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The trace of a replay in parts, each with all records of its customers in their order, so that what is held of customers
 * is bounded by the size of a part. A trace that is small enough is one part.
 */
public final class TraceParts implements AutoCloseable {
  private static final int MOST_PARTS = 512;

  private final List<Path> parts;
  private final boolean copied;

  private TraceParts(List<Path> parts, boolean copied) {
    this.parts = parts;
    this.copied = copied;
  }

  /**
   * Lays the parts out, beside the trace where there are several.
   *
   * @param bytes how large a part may be, roughly
   * @throws UnreadableTraceException when the trace cannot be read, or its parts cannot be written
   */
  public static TraceParts of(ReplayFiles files, long bytes) throws UnreadableTraceException {
    Path trace = files.directory().resolve("trace.jsonl");
    try {
      long count = Math.min(MOST_PARTS, Files.size(trace) / bytes + 1);
      return count == 1
          ? new TraceParts(List.of(trace), false)
          : new TraceParts(split(trace, (int) count), true);
    } catch (IOException unreadable) {
      throw new UnreadableTraceException(trace + " cannot be laid out in parts", unreadable);
    }
  }

  private static List<Path> split(Path trace, int count) throws IOException {
    Path directory = Files.createTempDirectory(trace.getParent(), ".trace-");
    List<Path> parts = new ArrayList<>();
    List<BufferedWriter> writers = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(trace)) {
      for (int number = 0; number < count; number++) {
        parts.add(directory.resolve("part-" + number));
        writers.add(Files.newBufferedWriter(parts.get(number)));
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int part = Math.floorMod(ReplayFiles.writtenCustomer(line).hashCode(), count);
        writers.get(part).append(line).append('\n');
      }
    } finally {
      for (BufferedWriter writer : writers) {
        writer.close();
      }
    }
    return parts;
  }

  /** How many there are. */
  public int count() {
    return parts.size();
  }

  /**
   * Shows {@code each} record of one part.
   *
   * @param number from 0 on
   */
  public void read(int number, Consumer<JsonNode> each) throws UnreadableTraceException {
    ReplayFiles.read(parts.get(number), line -> true, each);
  }

  @Override
  public void close() throws UnreadableTraceException {
    if (!copied) {
      return;
    }
    try {
      for (Path part : parts) {
        Files.delete(part);
      }
      Files.delete(parts.get(0).getParent());
    } catch (IOException undeletable) {
      throw new UnreadableTraceException("the parts of the trace stay behind", undeletable);
    }
  }
}
