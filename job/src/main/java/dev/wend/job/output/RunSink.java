package dev.wend.job.output;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.OutputRecord;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.function.SerializableFunction;

/** Writes records as sorted runs into a directory of this machine, for {@link RunMerge}. */
public final class RunSink<T> implements Sink<T> {
  private static final long serialVersionUID = 1;
  private static final long RUN_BYTES = 32L * 1024 * 1024;

  private final String directory;
  private final String name;
  private final SerializableFunction<T, SortedRecord> order;

  private RunSink(Path directory, String name, SerializableFunction<T, SortedRecord> order) {
    this.directory = directory.toString();
    this.name = name;
    this.order = order;
  }

  /**
   * A sink for action or trace records.
   *
   * @param name what the names of its runs begin with
   */
  public static <T extends OutputRecord> RunSink<T> ofRecords(Path directory, String name) {
    return new RunSink<>(directory, name, written -> SortedRecord.of(written));
  }

  /**
   * A sink for dead letters.
   *
   * @param name what the names of its runs begin with
   */
  public static RunSink<DeadLetter> ofDeadLetters(Path directory, String name) {
    return new RunSink<>(directory, name, letter -> SortedRecord.of(letter));
  }

  /**
   * A sink for whatever has an order.
   *
   * @param name what the names of its runs begin with
   */
  public static <T> RunSink<T> of(
      Path directory, String name, SerializableFunction<T, SortedRecord> order) {
    return new RunSink<>(directory, name, order);
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    return new Writer(context.getTaskInfo().getIndexOfThisSubtask());
  }

  private final class Writer implements SinkWriter<T> {
    private final int subtask;
    private final List<SortedRecord> run = new ArrayList<>();
    private long bytes;
    private int runs;

    Writer(int subtask) {
      this.subtask = subtask;
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
      Path file = Path.of(directory, name + "-" + subtask + "-" + runs + RunMerge.ENDING);
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
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
