package dev.wend.job.deployment;

import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.job.operator.Report;
import dev.wend.job.operator.Report.Stage;
import dev.wend.job.state.StatusRecordSerializer;
import dev.wend.job.state.VersionedSerializer;
import dev.wend.job.state.Wire;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * How many tasks have taken a deployment.
 *
 * @param accepted the answer of the manager; empty where it has not come yet
 * @param missingIntake how many tasks of that stage have not taken it; -1 where none has told yet
 * @param missingScenarios likewise
 * @param runs whether a scenario runs by it
 * @param timestamp the latest of what the tasks told, epoch milliseconds
 */
record Tally(
    String request,
    Optional<StatusRecord> accepted,
    int missingIntake,
    int missingScenarios,
    boolean runs,
    long timestamp) {
  private static final int UNKNOWN = -1;

  static Tally of(String request) {
    return new Tally(request, Optional.empty(), UNKNOWN, UNKNOWN, false, Long.MIN_VALUE);
  }

  Tally accepted(StatusRecord answer) {
    return new Tally(
        request, Optional.of(answer), missingIntake, missingScenarios, runs, timestamp);
  }

  Tally taken(Report.Taken taken) {
    boolean intake = taken.stage() == Stage.INTAKE;
    return new Tally(
        request,
        accepted,
        intake ? less(missingIntake, taken.subtasks()) : missingIntake,
        intake ? missingScenarios : less(missingScenarios, taken.subtasks()),
        taken.runs(),
        Math.max(timestamp, taken.timestamp()));
  }

  private static int less(int missing, int subtasks) {
    return (missing == UNKNOWN ? subtasks : missing) - 1;
  }

  /** What there is to tell once all tasks have taken it. */
  Optional<StatusRecord> outcome() {
    return missingIntake == 0 && missingScenarios == 0
        ? accepted.map(this::outcome)
        : Optional.empty();
  }

  private StatusRecord outcome(StatusRecord answer) {
    StatusRecord status =
        StatusRecord.of(
            runs ? StatusKind.RUNNING : StatusKind.STOPPED,
            answer.scenarioId().orElseThrow(),
            answer.scenarioVersion(),
            request);
    if (timestamp == Long.MIN_VALUE) {
      return status;
    }
    return status.at(runs ? timestamp + 1 : timestamp);
  }

  /** Tallies in state. */
  static final class Serializer extends VersionedSerializer<Tally> {
    static final Serializer INSTANCE = new Serializer();

    @Override
    protected int version() {
      return 1;
    }

    @Override
    protected void write(Tally tally, DataOutputView out) throws IOException {
      Wire.writeText(tally.request(), out);
      Wire.writeAll(
          tally.accepted().stream().toList(), StatusRecordSerializer.INSTANCE::serialize, out);
      Wire.writeNumber(tally.missingIntake(), out);
      Wire.writeNumber(tally.missingScenarios(), out);
      out.writeBoolean(tally.runs());
      Wire.writeNumber(tally.timestamp(), out);
    }

    @Override
    protected Tally read(int version, DataInputView in) throws IOException {
      return new Tally(
          Wire.readText(in),
          Wire.readAll(StatusRecordSerializer.INSTANCE::deserialize, in).stream().findFirst(),
          (int) Wire.readNumber(in),
          (int) Wire.readNumber(in),
          in.readBoolean(),
          Wire.readNumber(in));
    }

    @Override
    public TypeSerializerSnapshot<Tally> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Tally> {
    public Snapshot() {
      super(() -> Serializer.INSTANCE);
    }
  }
}
