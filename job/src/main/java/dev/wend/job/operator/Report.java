package dev.wend.job.operator;

import dev.wend.job.state.VersionedSerializer;
import dev.wend.job.state.Wire;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What a subtask tells of itself while it runs. */
public sealed interface Report {
  /** Of how many subtasks alike it is one. */
  int subtasks();

  /** The operators that are told of deployments. */
  enum Stage {
    /** Lets events pass that concern some scenario. */
    INTAKE,
    /** Hosts the customers. */
    SCENARIOS
  }

  /**
   * A deployment was taken.
   *
   * @param request by which it was asked for
   * @param runs whether a scenario runs by it; else it runs no more
   * @param timestamp nothing after it was taken without the deployment, epoch milliseconds
   */
  record Taken(Stage stage, int subtasks, String request, boolean runs, long timestamp)
      implements Report {}

  /**
   * All customers were carried.
   *
   * @param subtask from 0
   * @param watermark up to where, epoch milliseconds
   */
  record Carried(int subtask, int subtasks, long watermark) implements Report {}

  /** Reports between operators. */
  final class Serializer extends VersionedSerializer<Report> {
    public static final Serializer INSTANCE = new Serializer();
    private static final byte TAKEN = 0;
    private static final byte CARRIED = 1;

    @Override
    protected int version() {
      return 1;
    }

    @Override
    protected void write(Report report, DataOutputView out) throws IOException {
      if (report instanceof Taken taken) {
        out.writeByte(TAKEN);
        out.writeBoolean(taken.stage() == Stage.INTAKE);
        Wire.writeNumber(taken.subtasks(), out);
        Wire.writeText(taken.request(), out);
        out.writeBoolean(taken.runs());
        Wire.writeNumber(taken.timestamp(), out);
      } else if (report instanceof Carried carried) {
        out.writeByte(CARRIED);
        Wire.writeNumber(carried.subtask(), out);
        Wire.writeNumber(carried.subtasks(), out);
        Wire.writeNumber(carried.watermark(), out);
      }
    }

    @Override
    protected Report read(int version, DataInputView in) throws IOException {
      byte kind = in.readByte();
      return switch (kind) {
        case TAKEN ->
            new Taken(
                in.readBoolean() ? Stage.INTAKE : Stage.SCENARIOS,
                (int) Wire.readNumber(in),
                Wire.readText(in),
                in.readBoolean(),
                Wire.readNumber(in));
        case CARRIED ->
            new Carried((int) Wire.readNumber(in), (int) Wire.readNumber(in), Wire.readNumber(in));
        default -> throw new IOException("no report is written as " + kind);
      };
    }

    @Override
    public TypeSerializerSnapshot<Report> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer. */
  final class Snapshot extends SimpleTypeSerializerSnapshot<Report> {
    public Snapshot() {
      super(() -> Serializer.INSTANCE);
    }
  }
}
