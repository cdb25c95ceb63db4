package dev.wend.job.operator;

import dev.wend.job.state.VersionedSerializer;
import dev.wend.job.state.Wire;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What all subtasks are told. */
public sealed interface Control {
  /**
   * The clock of a replay ends here (SEMANTICS.md section 6).
   *
   * @param timestamp epoch milliseconds, inclusive
   */
  record Horizon(long timestamp) implements Control {}

  /** Controls between operators. */
  final class Serializer extends VersionedSerializer<Control> {
    public static final Serializer INSTANCE = new Serializer();

    @Override
    protected int version() {
      return 1;
    }

    @Override
    protected void write(Control control, DataOutputView out) throws IOException {
      Wire.writeNumber(((Horizon) control).timestamp(), out);
    }

    @Override
    protected Control read(int version, DataInputView in) throws IOException {
      return new Horizon(Wire.readNumber(in));
    }

    @Override
    public TypeSerializerSnapshot<Control> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer. */
  final class Snapshot extends SimpleTypeSerializerSnapshot<Control> {
    public Snapshot() {
      super(() -> Serializer.INSTANCE);
    }
  }
}
