package dev.wend.job.state;

import dev.wend.event.TraceKind;
import dev.wend.event.TraceRecord;
import dev.wend.event.TraceRecord.Decision;
import dev.wend.event.TraceRecord.Detail;
import dev.wend.event.TraceRecord.Reason;
import dev.wend.event.TraceRecord.Subject;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Trace records between operators and sinks. */
public final class TraceRecordSerializer extends VersionedSerializer<TraceRecord> {
  /** It has no state. */
  public static final TraceRecordSerializer INSTANCE = new TraceRecordSerializer();

  private static final byte NONE = 0;
  private static final byte DECISION = 1;
  private static final byte REASON = 2;

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(TraceRecord trace, DataOutputView out) throws IOException {
    Wire.writeText(trace.kind().id(), out);
    Wire.writeAll(trace.subject().stream().toList(), TraceRecordSerializer::writeSubject, out);
    Wire.writeText(trace.customerId(), out);
    Wire.writeNumber(trace.timestamp(), out);
    Wire.writeAll(trace.messageId().stream().toList(), MessageIdFormat::write, out);
    writeDetail(trace.detail(), out);
    Wire.writeNumber(trace.position(), out);
  }

  @Override
  protected TraceRecord read(int version, DataInputView in) throws IOException {
    return new TraceRecord(
        kind(Wire.readText(in)),
        Wire.readAll(TraceRecordSerializer::readSubject, in).stream().findFirst(),
        Wire.readText(in),
        Wire.readNumber(in),
        Wire.readAll(MessageIdFormat::read, in).stream().findFirst(),
        readDetail(in),
        Wire.readNumber(in));
  }

  private static TraceKind kind(String id) throws IOException {
    return TraceKind.of(id).orElseThrow(() -> new IOException("no trace record is of kind " + id));
  }

  private static void writeSubject(Subject subject, DataOutputView out) throws IOException {
    Wire.writeText(subject.scenarioId(), out);
    Wire.writeNumber(subject.scenarioVersion(), out);
    Wire.writeText(subject.instanceId(), out);
    Wire.writeText(subject.nodeId(), out);
  }

  private static Subject readSubject(DataInputView in) throws IOException {
    return new Subject(
        Wire.readText(in), Wire.readNumber(in), Wire.readText(in), Wire.readText(in));
  }

  private static void writeDetail(Detail detail, DataOutputView out) throws IOException {
    if (detail instanceof Decision decided) {
      out.writeByte(DECISION);
      Wire.writeText(decided.decision(), out);
    } else if (detail instanceof Reason why) {
      out.writeByte(REASON);
      Wire.writeText(why.reason(), out);
    } else {
      out.writeByte(NONE);
    }
  }

  private static Detail readDetail(DataInputView in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case NONE -> TraceRecord.NO_DETAIL;
      case DECISION -> new Decision(Wire.readText(in));
      case REASON -> new Reason(Wire.readText(in));
      default -> throw new IOException("no trace record has a detail of kind " + kind);
    };
  }

  @Override
  public TypeSerializerSnapshot<TraceRecord> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<TraceRecord> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
