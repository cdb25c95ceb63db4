package dev.wend.job.output;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Merges the sorted runs of one output to one file of JSON lines. */
public final class RunMerge {
  static final String ENDING = ".run";

  private RunMerge() {}

  /**
   * Writes {@code target}, whole or not at all.
   *
   * @param runs where {@link RunSink} wrote
   * @param name of the output
   * @param each is shown every record as it is written
   */
  public static void write(Path runs, String name, Path target, Consumer<SortedRecord> each)
      throws IOException {
    Path unfinished = target.resolveSibling(target.getFileName() + ".part");
    PriorityQueue<Run> queue =
        new PriorityQueue<>(Comparator.comparing((Run run) -> run.head, SortedRecord.ORDER));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
      for (Path file : files(runs, name)) {
        Run.open(file).ifPresent(queue::add);
      }
      while (!queue.isEmpty()) {
        Run first = queue.remove();
        each.accept(first.head);
        out.write(first.head.json());
        out.write('\n');
        if (first.advance()) {
          queue.add(first);
        }
      }
    } finally {
      for (Run run : queue) {
        run.close();
      }
    }
    Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<Path> files(Path runs, String name) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(runs, name + "-*" + ENDING)) {
      found.forEach(files::add);
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  private static final class Run implements Closeable {
    private final DataInputStream in;
    private SortedRecord head;

    private Run(DataInputStream in, SortedRecord head) {
      this.in = in;
      this.head = head;
    }

    static Optional<Run> open(Path file) throws IOException {
      DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
      Optional<SortedRecord> first = SortedRecord.read(in);
      if (first.isEmpty()) {
        in.close();
      }
      return first.map(head -> new Run(in, head));
    }

    boolean advance() throws IOException {
      Optional<SortedRecord> next = SortedRecord.read(in);
      if (next.isEmpty()) {
        close();
        return false;
      }
      head = next.get();
      return true;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
