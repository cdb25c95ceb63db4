package dev.wend.job.state;

import dev.wend.event.StatusRecord;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Status records between operators and sinks, and those that are not complete yet in state; few, so as JSON. */
public final class StatusRecordSerializer extends VersionedSerializer<StatusRecord> {
  /** It has no state. */
  public static final StatusRecordSerializer INSTANCE = new StatusRecordSerializer();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(StatusRecord status, DataOutputView out) throws IOException {
    Wire.writeJson(status.toJson(), out);
  }

  @Override
  protected StatusRecord read(int version, DataInputView in) throws IOException {
    return StatusRecord.fromJson(Wire.readJson(in))
        .orElseThrow(() -> new IOException("no status record is written so"));
  }

  @Override
  public TypeSerializerSnapshot<StatusRecord> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<StatusRecord> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
