package dev.wend.job.relay;

import dev.wend.job.operator.Control;
import dev.wend.job.state.VersionedSerializer;
import dev.wend.job.state.Wire;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;

/**
 * A control on its way.
 *
 * @param number of all that were told in the life of the job, from 1
 */
public record Told(long number, Control control) {

  /** What is sent to the job manager, and on from there. */
  OperatorEvent event() {
    DataOutputSerializer out = new DataOutputSerializer(64);
    try {
      Serializer.INSTANCE.serialize(this, out);
    } catch (IOException impossible) {
      throw new IllegalStateException("memory cannot be written", impossible);
    }
    return new Event(out.getCopyOfBuffer());
  }

  /**
   * What was sent.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Told of(OperatorEvent event) {
    if (!(event instanceof Event told)) {
      throw new IllegalArgumentException("nobody is told " + event);
    }
    try {
      return Serializer.INSTANCE.deserialize(new DataInputDeserializer(told.bytes));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("what was told is unreadable", unreadable);
    }
  }

  /** Bytes, as controls are not of the kind that Java writes. */
  private static final class Event implements OperatorEvent {
    private static final long serialVersionUID = 1;

    private final byte[] bytes;

    Event(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  /** Controls on their way, in state. */
  static final class Serializer extends VersionedSerializer<Told> {
    static final Serializer INSTANCE = new Serializer();

    @Override
    protected int version() {
      return 1;
    }

    @Override
    protected void write(Told told, DataOutputView out) throws IOException {
      Wire.writeNumber(told.number(), out);
      Control.Serializer.INSTANCE.serialize(told.control(), out);
    }

    @Override
    protected Told read(int version, DataInputView in) throws IOException {
      return new Told(Wire.readNumber(in), Control.Serializer.INSTANCE.deserialize(in));
    }

    @Override
    public TypeSerializerSnapshot<Told> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Told> {
    public Snapshot() {
      super(() -> Serializer.INSTANCE);
    }
  }
}
