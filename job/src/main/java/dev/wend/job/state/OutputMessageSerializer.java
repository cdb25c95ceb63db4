package dev.wend.job.state;

import dev.wend.connectors.output.OutputMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Messages on the way to their sink. */
public final class OutputMessageSerializer extends VersionedSerializer<OutputMessage> {
  /** It has no state. */
  public static final OutputMessageSerializer INSTANCE = new OutputMessageSerializer();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(OutputMessage message, DataOutputView out) throws IOException {
    out.writeBoolean(message.key().isPresent());
    if (message.key().isPresent()) {
      Wire.writeText(message.key().get(), out);
    }
    Wire.writeBytes(message.value(), out);
    Wire.writeText(message.id(), out);
    Wire.writeText(message.type(), out);
    out.writeBoolean(message.timestamp().isPresent());
    if (message.timestamp().isPresent()) {
      Wire.writeNumber(message.timestamp().getAsLong(), out);
    }
  }

  @Override
  protected OutputMessage read(int version, DataInputView in) throws IOException {
    return new OutputMessage(
        in.readBoolean() ? Optional.of(Wire.readText(in)) : Optional.empty(),
        Wire.readBytes(in),
        Wire.readText(in),
        Wire.readText(in),
        in.readBoolean() ? OptionalLong.of(Wire.readNumber(in)) : OptionalLong.empty());
  }

  @Override
  public TypeSerializerSnapshot<OutputMessage> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<OutputMessage> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
