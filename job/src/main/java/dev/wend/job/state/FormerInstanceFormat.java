package dev.wend.job.state;

import dev.wend.compile.CompiledScenario.Version;
import dev.wend.job.journey.Instance;
import dev.wend.job.journey.Instance.Origin;
import dev.wend.job.journey.Instance.Progress;
import dev.wend.job.journey.Instance.Wait;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.core.memory.DataInputView;

/** An instance inside a customer as versions 1 to 3 of that wrote it. */
final class FormerInstanceFormat {
  private FormerInstanceFormat() {}

  static Instance read(DataInputView in) throws IOException {
    Instance instance =
        new Instance(
            readOrigin(in),
            Wire.readAll(Wire::readJson, in),
            Wire.readAll(Wire::readJson, in),
            in.readBoolean() ? OptionalLong.of(Wire.readNumber(in)) : OptionalLong.empty());
    Wait stood = new Wait(Wire.readText(in), Wire.readNumber(in), Wire.readNumber(in));
    TreeSet<String> suppressed = new TreeSet<>(Wire.readAll(Wire::readText, in));
    Map<Integer, Progress> branches = new TreeMap<>();
    for (Map.Entry<Integer, Progress> branch : Wire.readAll(ProgressFormat::read, in)) {
      branches.put(branch.getKey(), branch.getValue());
    }
    instance.restore(stood, suppressed, branches);
    return instance;
  }

  private static Origin readOrigin(DataInputView in) throws IOException {
    return new Origin(
        Wire.readNumber(in),
        new Version(Wire.readText(in), Wire.readNumber(in)),
        Wire.readText(in),
        in.readBoolean() ? Optional.of(TriggerFormat.read(in)) : Optional.empty(),
        MessageIdFormat.read(in),
        Wire.readNumber(in),
        Wire.readNumber(in));
  }
}
