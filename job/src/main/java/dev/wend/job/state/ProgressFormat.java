package dev.wend.job.state;

import dev.wend.job.journey.Instance.Matched;
import dev.wend.job.journey.Instance.Partial;
import dev.wend.job.journey.Instance.Progress;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How far the pattern of a branch has come, inside an instance. */
final class ProgressFormat {
  private ProgressFormat() {}

  static void write(Map.Entry<Integer, Progress> branch, DataOutputView out) throws IOException {
    Wire.writeNumber(branch.getKey(), out);
    out.writeBoolean(branch.getValue() instanceof Partial);
    if (branch.getValue() instanceof Partial run) {
      Wire.writeBytes(run.run(), out);
    }
  }

  static Map.Entry<Integer, Progress> read(DataInputView in) throws IOException {
    int index = (int) Wire.readNumber(in);
    return Map.entry(index, in.readBoolean() ? new Partial(Wire.readBytes(in)) : new Matched());
  }
}
