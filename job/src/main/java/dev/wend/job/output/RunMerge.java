package dev.wend.job.output;

import dev.wend.connectors.file.Folder;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Merges the sorted runs of one output to one file of JSON lines. */
public final class RunMerge {
  /** How many files are read at a time; more than that are merged in several passes. */
  private static final int MOST_OPEN = 200;

  private final Folder runs;
  private final RunFiles names;
  private final int mostOpen;

  RunMerge(Folder runs, String name, int mostOpen) {
    this.runs = runs;
    this.names = new RunFiles(name);
    this.mostOpen = mostOpen;
  }

  /**
   * Writes {@code file} into the folder of the runs.
   *
   * @param runs where {@link RunSink} wrote
   * @param name of the output
   * @param each is shown every record as it is written
   * @throws IOException also where something of what was written is not there
   */
  public static void write(Folder runs, String name, String file, Consumer<SortedRecord> each)
      throws IOException {
    new RunMerge(runs, name, MOST_OPEN).write(file, each);
  }

  void write(String file, Consumer<SortedRecord> each) throws IOException {
    ArrayDeque<String> left = new ArrayDeque<>(names.all(runs));
    for (int pass = 0; left.size() > mostOpen; pass++) {
      String merged = names.merged(pass);
      try (DataOutputStream out = new DataOutputStream(runs.create(merged))) {
        merge(first(left), record -> record.write(out));
      }
      left.add(merged);
    }
    try (OutputStream out = runs.create(file)) {
      merge(
          List.copyOf(left),
          record -> {
            each.accept(record);
            out.write(record.json());
            out.write('\n');
          });
    }
  }

  private List<String> first(ArrayDeque<String> files) {
    return Stream.generate(files::remove).limit(mostOpen).toList();
  }

  /** Takes records in order. */
  private interface Taking {
    void take(SortedRecord record) throws IOException;
  }

  private void merge(List<String> files, Taking taking) throws IOException {
    PriorityQueue<Run> queue =
        new PriorityQueue<>(Comparator.comparing((Run run) -> run.head, SortedRecord.ORDER));
    try {
      for (String file : files) {
        Run.open(runs, file).ifPresent(queue::add);
      }
      while (!queue.isEmpty()) {
        Run first = queue.remove();
        taking.take(first.head);
        if (first.advance()) {
          queue.add(first);
        }
      }
    } finally {
      for (Run run : queue) {
        run.close();
      }
    }
  }

  private static final class Run implements Closeable {
    private final DataInputStream in;
    private SortedRecord head;

    private Run(DataInputStream in, SortedRecord head) {
      this.in = in;
      this.head = head;
    }

    static Optional<Run> open(Folder runs, String file) throws IOException {
      DataInputStream in = new DataInputStream(runs.open(file));
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
