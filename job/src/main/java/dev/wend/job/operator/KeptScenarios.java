package dev.wend.job.operator;

import dev.wend.job.state.VersionedSerializer;
import dev.wend.job.state.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a subtask keeps of the scenarios: what ran when the last change was forgotten, and the changes since.
 *
 * @param forgotten the number of the last change that all customers of the subtask had taken
 * @param retained versions besides those that ran, on which instances were in flight
 */
record KeptScenarios(
    long forgotten,
    List<ScenarioDocument> running,
    List<ScenarioDocument> retained,
    List<Change> changes) {

  /**
   * A change that not all customers of the subtask had taken.
   *
   * @param marks up to where its customers were carried when it came
   */
  record Change(long number, Control control, List<CarriedMarks.Mark> marks) {}

  /**
   * What several subtasks kept, as one: they were told the same changes, but some had forgotten more of them than others.
   * Empty where none kept anything.
   */
  static Optional<KeptScenarios> merge(Collection<KeptScenarios> all) {
    return all.stream()
        .min(Comparator.comparingLong(KeptScenarios::forgotten))
        .map(
            oldest ->
                new KeptScenarios(
                    oldest.forgotten(), oldest.running(), retained(all), changes(all)));
  }

  private static List<ScenarioDocument> retained(Collection<KeptScenarios> all) {
    Set<ScenarioDocument> retained = new LinkedHashSet<>();
    all.forEach(kept -> retained.addAll(kept.retained()));
    return List.copyOf(retained);
  }

  private static List<Change> changes(Collection<KeptScenarios> all) {
    Map<Long, Change> merged = new TreeMap<>();
    for (KeptScenarios kept : all) {
      kept.changes().forEach(change -> merged.merge(change.number(), change, KeptScenarios::both));
    }
    return List.copyOf(merged.values());
  }

  private static Change both(Change one, Change other) {
    List<CarriedMarks.Mark> marks = new ArrayList<>(one.marks());
    marks.addAll(other.marks());
    return new Change(one.number(), one.control(), marks);
  }

  /** The scenarios in operator state. */
  static final class Serializer extends VersionedSerializer<KeptScenarios> {
    static final Serializer INSTANCE = new Serializer();

    @Override
    protected int version() {
      return 1;
    }

    @Override
    protected void write(KeptScenarios kept, DataOutputView out) throws IOException {
      Wire.writeNumber(kept.forgotten(), out);
      Wire.writeAll(kept.running(), ScenarioDocument::write, out);
      Wire.writeAll(kept.retained(), ScenarioDocument::write, out);
      Wire.writeAll(kept.changes(), Serializer::writeChange, out);
    }

    @Override
    protected KeptScenarios read(int version, DataInputView in) throws IOException {
      return new KeptScenarios(
          Wire.readNumber(in),
          Wire.readAll(ScenarioDocument::read, in),
          Wire.readAll(ScenarioDocument::read, in),
          Wire.readAll(Serializer::readChange, in));
    }

    private static void writeChange(Change change, DataOutputView out) throws IOException {
      Wire.writeNumber(change.number(), out);
      Control.Serializer.INSTANCE.serialize(change.control(), out);
      Wire.writeAll(change.marks(), CarriedMarks.Serializer.INSTANCE::serialize, out);
    }

    private static Change readChange(DataInputView in) throws IOException {
      return new Change(
          Wire.readNumber(in),
          Control.Serializer.INSTANCE.deserialize(in),
          Wire.readAll(CarriedMarks.Serializer.INSTANCE::deserialize, in));
    }

    @Override
    public TypeSerializerSnapshot<KeptScenarios> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<KeptScenarios> {
    public Snapshot() {
      super(() -> Serializer.INSTANCE);
    }
  }
}
