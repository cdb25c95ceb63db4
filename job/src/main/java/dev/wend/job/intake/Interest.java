package dev.wend.job.intake;

import dev.wend.job.operator.ScenarioDocument;
import dev.wend.job.state.VersionedSerializer;
import dev.wend.job.state.Wire;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A document whose scenario concerns some events, because it runs or because instances that entered it may be left.
 *
 * @param life how long instances may be left after it is replaced, in milliseconds of event time
 * @param since the time of the first event after it was replaced, epoch milliseconds; {@link #NOT_YET} before, and again in
 *     state, as other tasks may not have come so far
 */
record Interest(ScenarioDocument document, boolean runs, long life, long since) {
  /** No event has come since. */
  static final long NOT_YET = Long.MIN_VALUE;

  static Interest running(ScenarioDocument document, long life) {
    return new Interest(document, true, life, NOT_YET);
  }

  /** It runs no more. */
  Interest replaced(long instancesLive) {
    return new Interest(document, false, Math.max(life, instancesLive), NOT_YET);
  }

  Interest begun(long timestamp) {
    return since == NOT_YET ? new Interest(document, runs, life, timestamp) : this;
  }

  /** Whether no instance can be left. */
  boolean isOver(long timestamp) {
    return !runs && since != NOT_YET && timestamp - since > life;
  }

  /** Interests in state. */
  static final class Serializer extends VersionedSerializer<Interest> {
    static final Serializer INSTANCE = new Serializer();

    @Override
    protected int version() {
      return 1;
    }

    @Override
    protected void write(Interest interest, DataOutputView out) throws IOException {
      ScenarioDocument.write(interest.document(), out);
      out.writeBoolean(interest.runs());
      Wire.writeNumber(interest.life(), out);
    }

    @Override
    protected Interest read(int version, DataInputView in) throws IOException {
      return new Interest(
          ScenarioDocument.read(in), in.readBoolean(), Wire.readNumber(in), NOT_YET);
    }

    @Override
    public TypeSerializerSnapshot<Interest> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Interest> {
    public Snapshot() {
      super(() -> Serializer.INSTANCE);
    }
  }
}
