package dev.wend.job.state;

import dev.wend.connectors.kafka.ControlMessage;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Control messages between the source and what manages deployments. */
public final class ControlMessageSerializer extends VersionedSerializer<ControlMessage> {
  /** It has no state. */
  public static final ControlMessageSerializer INSTANCE = new ControlMessageSerializer();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(ControlMessage message, DataOutputView out) throws IOException {
    Wire.writeText(message.request(), out);
    writeOptional(message.key(), out);
    writeOptional(message.document(), out);
  }

  private static void writeOptional(Optional<String> text, DataOutputView out) throws IOException {
    out.writeBoolean(text.isPresent());
    if (text.isPresent()) {
      Wire.writeText(text.get(), out);
    }
  }

  @Override
  protected ControlMessage read(int version, DataInputView in) throws IOException {
    return new ControlMessage(Wire.readText(in), readOptional(in), readOptional(in));
  }

  private static Optional<String> readOptional(DataInputView in) throws IOException {
    return in.readBoolean() ? Optional.of(Wire.readText(in)) : Optional.empty();
  }

  @Override
  public TypeSerializerSnapshot<ControlMessage> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<ControlMessage> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
