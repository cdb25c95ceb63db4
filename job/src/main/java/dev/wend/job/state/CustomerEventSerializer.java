package dev.wend.job.state;

import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.EventProperties;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Customer events between operators and while they wait for the watermark. */
public final class CustomerEventSerializer extends VersionedSerializer<CustomerEvent> {
  /** It has no state. */
  public static final CustomerEventSerializer INSTANCE = new CustomerEventSerializer();

  /** Since this version a message id and a kind take few bytes. */
  private static final int COMPACT = 2;

  private static final int OFFLINE = 1;

  /** Since version 3. Before, as where it is not set, one has to look. */
  private static final int NO_ACTION_ID = 1 << 1;

  @Override
  protected int version() {
    return 3;
  }

  @Override
  protected void write(CustomerEvent event, DataOutputView out) throws IOException {
    MessageIdFormat.write(event.messageId(), out);
    Wire.writeText(event.customerId(), out);
    EventKindFormat.write(event.kind(), out);
    Wire.writeText(event.name(), out);
    Wire.writeNumber(event.timestamp(), out);
    Wire.writeBytes(event.propertiesJson(), out);
    out.writeByte(flags(event));
    Wire.writeNumber(event.checksum(), out);
  }

  @Override
  protected CustomerEvent read(int version, DataInputView in) throws IOException {
    boolean compact = version >= COMPACT;
    String messageId = compact ? MessageIdFormat.read(in) : Wire.readText(in);
    String customerId = Wire.readText(in);
    EventKind kind = compact ? EventKindFormat.read(in) : readKind(in);
    String name = Wire.readText(in);
    long timestamp = Wire.readNumber(in);
    byte[] json = Wire.readBytes(in);
    int flags = in.readByte();
    return new CustomerEvent(
        messageId,
        customerId,
        kind,
        name,
        timestamp,
        (flags & NO_ACTION_ID) != 0
            ? EventProperties.withoutActionId(json, 0, json.length)
            : EventProperties.of(json, 0, json.length),
        (flags & OFFLINE) != 0 ? Channel.OFFLINE : Channel.ONLINE,
        Wire.readNumber(in));
  }

  private static int flags(CustomerEvent event) {
    boolean noActionId = event.property(EventProperties.ACTION_ID).isMissingNode();
    return (event.channel() == Channel.OFFLINE ? OFFLINE : 0) | (noActionId ? NO_ACTION_ID : 0);
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
