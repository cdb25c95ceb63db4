package dev.wend.connectors.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.function.SerializableFunction;

/** One line of JSON a record on the standard output of the task, when it is written: after a failure some come twice. */
public final class ConsoleOutput<T> implements Sink<T> {
  private static final long serialVersionUID = 1;

  private final SerializableFunction<T, OutputMessage> message;

  /** Prints records. */
  public ConsoleOutput(SerializableFunction<T, OutputMessage> message) {
    this.message = message;
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    return new Lines<>(new JsonLines<>(message), System.out);
  }

  private record Lines<T>(JsonLines<T> lines, PrintStream out) implements SinkWriter<T> {
    /** Each line at once, so that those of several tasks do not mix. */
    @Override
    public void write(T written, Context context) throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      lines.encode(written, line);
      out.writeBytes(line.toByteArray());
    }

    @Override
    public void flush(boolean endOfInput) {
      out.flush();
    }

    @Override
    public void close() {
      out.flush();
    }
  }
}
