package dev.wend.job.output;

import dev.wend.connectors.file.Folder;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How the sorted runs of one output are named. Each task writes runs and then, when it has no more, an end that says how
 * many there are; those of an attempt that failed are of no account.
 *
 * @param name of the output
 */
record RunFiles(String name) implements Serializable {
  private static final String END = ".end";

  /** What a task says at its end. */
  private record End(int tasks, int attempt, int runs) {}

  String run(int task, int attempt, int number) {
    return name + "-" + task + "-" + attempt + "-" + number + ".run";
  }

  /** What one pass over some of them made. */
  String merged(int pass) {
    return name + "-merged-" + pass + ".run";
  }

  void end(Folder folder, int task, int tasks, int attempt, int runs) throws IOException {
    try (DataOutputStream out = new DataOutputStream(folder.create(endOf(task)))) {
      out.writeInt(tasks);
      out.writeInt(attempt);
      out.writeInt(runs);
    }
  }

  /**
   * The names of the runs of all tasks.
   *
   * @throws IOException also where a task has written elsewhere
   */
  List<String> all(Folder folder) throws IOException {
    Set<String> present = Set.copyOf(folder.names());
    List<String> found = new ArrayList<>();
    int task = 0;
    int tasks = 1;
    while (task < tasks) {
      if (!present.contains(endOf(task))) {
        throw new IOException(
            "what a task wrote is not in "
                + folder
                + ", which must be the same place for all machines of the cluster, and for this one");
      }
      End end = readEnd(folder, task);
      for (int number = 0; number < end.runs(); number++) {
        found.add(run(task, end.attempt(), number));
      }
      tasks = end.tasks();
      task++;
    }
    return found;
  }

  private String endOf(int task) {
    return name + "-" + task + END;
  }

  private End readEnd(Folder folder, int task) throws IOException {
    try (DataInputStream in = new DataInputStream(folder.open(endOf(task)))) {
      return new End(in.readInt(), in.readInt(), in.readInt());
    }
  }
}
