package dev.wend.job.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.ActionRecord;
import dev.wend.event.Channel;
import dev.wend.event.TriggerReference;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Action records between operators and sinks. */
public final class ActionRecordSerializer extends VersionedSerializer<ActionRecord> {
  /** It has no state. */
  public static final ActionRecordSerializer INSTANCE = new ActionRecordSerializer();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(ActionRecord action, DataOutputView out) throws IOException {
    Wire.writeText(action.actionId(), out);
    Wire.writeText(action.scenarioId(), out);
    Wire.writeNumber(action.scenarioVersion(), out);
    Wire.writeText(action.instanceId(), out);
    Wire.writeText(action.customerId(), out);
    Wire.writeText(action.nodeId(), out);
    Wire.writeText(action.type(), out);
    out.writeBoolean(action.channel() == Channel.OFFLINE);
    Wire.writeNumber(action.timestamp(), out);
    Wire.writeJson(action.fields(), out);
    Wire.writeAll(action.trigger().stream().toList(), TriggerFormat::write, out);
    Wire.writeNumber(action.position(), out);
  }

  @Override
  protected ActionRecord read(int version, DataInputView in) throws IOException {
    return new ActionRecord(
        Wire.readText(in),
        Wire.readText(in),
        Wire.readNumber(in),
        Wire.readText(in),
        Wire.readText(in),
        Wire.readText(in),
        Wire.readText(in),
        in.readBoolean() ? Channel.OFFLINE : Channel.ONLINE,
        Wire.readNumber(in),
        (ObjectNode) Wire.readJson(in),
        trigger(in),
        Wire.readNumber(in));
  }

  private static Optional<TriggerReference> trigger(DataInputView in) throws IOException {
    return Wire.readAll(TriggerFormat::read, in).stream().findFirst();
  }

  @Override
  public TypeSerializerSnapshot<ActionRecord> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<ActionRecord> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
