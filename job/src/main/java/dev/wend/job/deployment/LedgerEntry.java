package dev.wend.job.deployment;

import dev.wend.job.operator.ScenarioDocument;
import dev.wend.job.state.VersionedSerializer;
import dev.wend.job.state.Wire;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What is known of a scenario.
 *
 * @param running empty where it was stopped
 * @param byTopic whether the control topic has spoken of it, so that files say nothing any more
 */
record LedgerEntry(String scenarioId, Optional<Version> running, boolean byTopic) {

  /** A document that runs, and the version that it says it is. */
  record Version(ScenarioDocument document, long number) {}

  /** Entries in state. */
  static final class Serializer extends VersionedSerializer<LedgerEntry> {
    static final Serializer INSTANCE = new Serializer();

    @Override
    protected int version() {
      return 1;
    }

    @Override
    protected void write(LedgerEntry entry, DataOutputView out) throws IOException {
      Wire.writeText(entry.scenarioId(), out);
      out.writeBoolean(entry.byTopic());
      Wire.writeAll(entry.running().stream().toList(), Serializer::writeVersion, out);
    }

    @Override
    protected LedgerEntry read(int version, DataInputView in) throws IOException {
      String scenarioId = Wire.readText(in);
      boolean byTopic = in.readBoolean();
      return new LedgerEntry(
          scenarioId, Wire.readAll(Serializer::readVersion, in).stream().findFirst(), byTopic);
    }

    private static void writeVersion(Version running, DataOutputView out) throws IOException {
      ScenarioDocument.write(running.document(), out);
      Wire.writeNumber(running.number(), out);
    }

    private static Version readVersion(DataInputView in) throws IOException {
      return new Version(ScenarioDocument.read(in), Wire.readNumber(in));
    }

    @Override
    public TypeSerializerSnapshot<LedgerEntry> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<LedgerEntry> {
    public Snapshot() {
      super(() -> Serializer.INSTANCE);
    }
  }
}
