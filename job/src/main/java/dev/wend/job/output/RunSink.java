package dev.wend.job.output;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.file.Folder;
import dev.wend.event.OutputRecord;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.function.SerializableFunction;

/** Writes records as sorted runs into a folder, for {@link RunMerge}. */
public final class RunSink<T> implements Sink<T> {
  private static final long serialVersionUID = 1;
  private static final long RUN_BYTES = 32L * 1024 * 1024;

  private final Folder folder;
  private final RunFiles names;
  private final SerializableFunction<T, SortedRecord> order;

  private RunSink(Folder folder, String name, SerializableFunction<T, SortedRecord> order) {
    this.folder = folder;
    this.names = new RunFiles(name);
    this.order = order;
  }

  /**
   * A sink for action or trace records.
   *
   * @param name what the names of its runs begin with
   */
  public static <T extends OutputRecord> RunSink<T> ofRecords(Folder folder, String name) {
    return new RunSink<>(folder, name, written -> SortedRecord.of(written));
  }

  /**
   * A sink for dead letters.
   *
   * @param name what the names of its runs begin with
   */
  public static RunSink<DeadLetter> ofDeadLetters(Folder folder, String name) {
    return new RunSink<>(folder, name, letter -> SortedRecord.of(letter));
  }

  /**
   * A sink for whatever has an order.
   *
   * @param name what the names of its runs begin with
   */
  public static <T> RunSink<T> of(
      Folder folder, String name, SerializableFunction<T, SortedRecord> order) {
    return new RunSink<>(folder, name, order);
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    return new Writer(context.getTaskInfo());
  }

  private final class Writer implements SinkWriter<T> {
    private final TaskInfo task;
    private final List<SortedRecord> run = new ArrayList<>();
    private long bytes;
    private int runs;

    Writer(TaskInfo task) {
      this.task = task;
    }

    @Override
    public void write(T value, Context context) throws IOException {
      SortedRecord line = order.apply(value);
      run.add(line);
      bytes += line.weight();
      if (bytes >= RUN_BYTES) {
        spill();
      }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      if (endOfInput) {
        spill();
        names.end(
            folder,
            task.getIndexOfThisSubtask(),
            task.getNumberOfParallelSubtasks(),
            task.getAttemptNumber(),
            runs);
      }
    }

    @Override
    public void close() {
      run.clear();
    }

    private void spill() throws IOException {
      if (run.isEmpty()) {
        return;
      }
      run.sort(SortedRecord.ORDER);
      String file = names.run(task.getIndexOfThisSubtask(), task.getAttemptNumber(), runs);
      try (DataOutputStream out = new DataOutputStream(folder.create(file))) {
        for (SortedRecord line : run) {
          line.write(out);
        }
      }
      runs++;
      run.clear();
      bytes = 0;
    }
  }
}
