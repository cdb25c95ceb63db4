package dev.wend.job.state;

import dev.wend.compile.CompiledScenario.Version;
import dev.wend.job.journey.Instance;
import dev.wend.job.journey.Instance.Matched;
import dev.wend.job.journey.Instance.Origin;
import dev.wend.job.journey.Instance.Partial;
import dev.wend.job.journey.Instance.Progress;
import dev.wend.job.journey.Instance.Wait;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** An instance inside a customer. */
final class InstanceFormat {
  private InstanceFormat() {}

  static void write(Instance instance, DataOutputView out) throws IOException {
    writeOrigin(instance.origin(), out);
    Wire.writeAll(instance.triggerValues(), Wire::writeJson, out);
    Wire.writeAll(instance.eventValues(), Wire::writeJson, out);
    out.writeBoolean(instance.lastVisit().isPresent());
    if (instance.lastVisit().isPresent()) {
      Wire.writeNumber(instance.lastVisit().getAsLong(), out);
    }
    Wire.writeText(instance.waiting().nodeId(), out);
    Wire.writeNumber(instance.waiting().since(), out);
    Wire.writeNumber(instance.waiting().deadline(), out);
    Wire.writeAll(instance.suppressed(), Wire::writeText, out);
    Wire.writeAll(instance.progress().entrySet(), InstanceFormat::writeProgress, out);
  }

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
    for (Map.Entry<Integer, Progress> branch : Wire.readAll(InstanceFormat::readProgress, in)) {
      branches.put(branch.getKey(), branch.getValue());
    }
    instance.restore(stood, suppressed, branches);
    return instance;
  }

  private static void writeOrigin(Origin origin, DataOutputView out) throws IOException {
    Wire.writeNumber(origin.number(), out);
    Wire.writeText(origin.version().scenarioId(), out);
    Wire.writeNumber(origin.version().number(), out);
    Wire.writeText(origin.triggerNode(), out);
    out.writeBoolean(origin.trigger().isPresent());
    if (origin.trigger().isPresent()) {
      TriggerFormat.write(origin.trigger().get(), out);
    }
    MessageIdFormat.write(origin.messageId(), out);
    Wire.writeNumber(origin.entered(), out);
    Wire.writeNumber(origin.expiry(), out);
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

  private static void writeProgress(Map.Entry<Integer, Progress> branch, DataOutputView out)
      throws IOException {
    Wire.writeNumber(branch.getKey(), out);
    out.writeBoolean(branch.getValue() instanceof Partial);
    if (branch.getValue() instanceof Partial run) {
      Wire.writeBytes(run.run(), out);
    }
  }

  private static Map.Entry<Integer, Progress> readProgress(DataInputView in) throws IOException {
    int index = (int) Wire.readNumber(in);
    return Map.entry(index, in.readBoolean() ? new Partial(Wire.readBytes(in)) : new Matched());
  }
}
