package dev.wend.job.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Customer events between operators and while they wait for the watermark. */
public final class CustomerEventSerializer extends VersionedSerializer<CustomerEvent> {
  /** It has no state. */
  public static final CustomerEventSerializer INSTANCE = new CustomerEventSerializer();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(CustomerEvent event, DataOutputView out) throws IOException {
    Wire.writeText(event.messageId(), out);
    Wire.writeText(event.customerId(), out);
    Wire.writeText(event.kind().id(), out);
    Wire.writeText(event.name(), out);
    Wire.writeNumber(event.timestamp(), out);
    Wire.writeJson(event.properties(), out);
    out.writeBoolean(event.channel() == Channel.OFFLINE);
    Wire.writeNumber(event.checksum(), out);
  }

  @Override
  protected CustomerEvent read(int version, DataInputView in) throws IOException {
    return new CustomerEvent(
        Wire.readText(in),
        Wire.readText(in),
        readKind(in),
        Wire.readText(in),
        Wire.readNumber(in),
        (ObjectNode) Wire.readJson(in),
        in.readBoolean() ? Channel.OFFLINE : Channel.ONLINE,
        Wire.readNumber(in));
  }

  static EventKind readKind(DataInputView in) throws IOException {
    String id = Wire.readText(in);
    return EventKind.of(id).orElseThrow(() -> new IOException("no kind of event is called " + id));
  }

  @Override
  public TypeSerializerSnapshot<CustomerEvent> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<CustomerEvent> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
