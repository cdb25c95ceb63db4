package dev.wend.job.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.connectors.file.Folder;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The trace of a replay in parts, each with all records of its customers in their order, so that what is held of customers
 * is bounded by the size of a part. A trace that is small enough is one part.
 */
public final class TraceParts implements AutoCloseable {
  private static final int MOST_PARTS = 512;

  private final Folder directory;
  private final List<String> parts;
  private final boolean copied;

  private TraceParts(Folder directory, List<String> parts, boolean copied) {
    this.directory = directory;
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
    Folder directory = files.directory();
    try {
      long count = Math.min(MOST_PARTS, directory.size(ReplayFiles.TRACE) / bytes + 1);
      if (count == 1) {
        return new TraceParts(directory, List.of(ReplayFiles.TRACE), false);
      }
      Folder target = directory.fresh("trace");
      return new TraceParts(target, split(directory, target, (int) count), true);
    } catch (IOException unreadable) {
      throw new UnreadableTraceException(
          directory.child(ReplayFiles.TRACE) + " cannot be laid out in parts", unreadable);
    }
  }

  private static List<String> split(Folder directory, Folder target, int count) throws IOException {
    target.make();
    List<String> parts = new ArrayList<>();
    List<BufferedWriter> writers = new ArrayList<>();
    try (BufferedReader lines = ReplayFiles.lines(directory, ReplayFiles.TRACE)) {
      for (int number = 0; number < count; number++) {
        parts.add("part-" + number);
        writers.add(
            new BufferedWriter(
                new OutputStreamWriter(target.create(parts.get(number)), StandardCharsets.UTF_8)));
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
    ReplayFiles.read(directory, parts.get(number), line -> true, each);
  }

  @Override
  public void close() throws UnreadableTraceException {
    if (!copied) {
      return;
    }
    try {
      directory.delete();
    } catch (IOException undeletable) {
      throw new UnreadableTraceException("the parts of the trace stay behind", undeletable);
    }
  }
}
