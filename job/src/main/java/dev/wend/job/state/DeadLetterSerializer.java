package dev.wend.job.state;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DeadLetterReason;
import java.io.IOException;
import java.util.Arrays;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Dead letters on the way to their output. */
public final class DeadLetterSerializer extends VersionedSerializer<DeadLetter> {
  /** It has no state. */
  public static final DeadLetterSerializer INSTANCE = new DeadLetterSerializer();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(DeadLetter letter, DataOutputView out) throws IOException {
    Wire.writeText(letter.source(), out);
    Wire.writeNumber(letter.position(), out);
    Wire.writeText(letter.reason().id(), out);
    Wire.writeText(letter.detail(), out);
    Wire.writeText(letter.text(), out);
    out.writeBoolean(letter.cut());
  }

  @Override
  protected DeadLetter read(int version, DataInputView in) throws IOException {
    return new DeadLetter(
        Wire.readText(in),
        Wire.readNumber(in),
        reason(Wire.readText(in)),
        Wire.readText(in),
        Wire.readText(in),
        in.readBoolean());
  }

  private static DeadLetterReason reason(String id) throws IOException {
    return Arrays.stream(DeadLetterReason.values())
        .filter(reason -> reason.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IOException("no dead letter has the reason " + id));
  }

  @Override
  public TypeSerializerSnapshot<DeadLetter> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<DeadLetter> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
