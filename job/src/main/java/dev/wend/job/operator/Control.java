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

  /** A scenario starts, or goes on in a new version (section 6, "Live"); the document has no errors. */
  record Deploy(ScenarioDocument document) implements Control {
    @Override
    public String request() {
      return document.name();
    }
  }

  /**
   * A scenario runs no more.
   *
   * @param request by which it was asked for; empty where nobody is told
   */
  record Stop(String scenarioId, String request) implements Control {}

  /** The request by which it was asked for: the name of a document, or where the stop was read; empty for a horizon. */
  default String request() {
    return "";
  }

  /** Controls between operators. */
  final class Serializer extends VersionedSerializer<Control> {
    public static final Serializer INSTANCE = new Serializer();
    private static final int HORIZON_ALONE = 1;
    private static final int WITH_REQUESTS = 3;
    private static final byte HORIZON = 0;
    private static final byte DEPLOY = 1;
    private static final byte STOP = 2;

    @Override
    protected int version() {
      return 3;
    }

    @Override
    protected void write(Control control, DataOutputView out) throws IOException {
      if (control instanceof Horizon horizon) {
        out.writeByte(HORIZON);
        Wire.writeNumber(horizon.timestamp(), out);
      } else if (control instanceof Deploy deploy) {
        out.writeByte(DEPLOY);
        ScenarioDocument.write(deploy.document(), out);
      } else if (control instanceof Stop stop) {
        out.writeByte(STOP);
        Wire.writeText(stop.scenarioId(), out);
        Wire.writeText(stop.request(), out);
      }
    }

    @Override
    protected Control read(int version, DataInputView in) throws IOException {
      byte kind = version == HORIZON_ALONE ? HORIZON : in.readByte();
      return switch (kind) {
        case HORIZON -> new Horizon(Wire.readNumber(in));
        case DEPLOY -> new Deploy(ScenarioDocument.read(in));
        case STOP -> new Stop(Wire.readText(in), version >= WITH_REQUESTS ? Wire.readText(in) : "");
        default -> throw new IOException("no control is written as " + kind);
      };
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
