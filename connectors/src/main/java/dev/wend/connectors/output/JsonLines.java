package dev.wend.connectors.output;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.flink.api.common.serialization.Encoder;
import org.apache.flink.util.function.SerializableFunction;

/** One record a line, as in the files of a replay. */
final class JsonLines<T> implements Encoder<T> {
  private static final long serialVersionUID = 1;

  private final SerializableFunction<T, OutputMessage> message;

  JsonLines(SerializableFunction<T, OutputMessage> message) {
    this.message = message;
  }

  @Override
  public void encode(T written, OutputStream out) throws IOException {
    out.write(message.apply(written).value());
    out.write('\n');
  }
}
