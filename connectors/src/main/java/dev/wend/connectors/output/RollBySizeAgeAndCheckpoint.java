package dev.wend.connectors.output;

import java.io.IOException;
import org.apache.flink.streaming.api.functions.sink.filesystem.PartFileInfo;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.CheckpointRollingPolicy;

/**
 * When a file is finished: at an age, at a size, and with each checkpoint, so that no state depends on a file that is
 * still written, and any savepoint can be restored.
 */
final class RollBySizeAgeAndCheckpoint<T> extends CheckpointRollingPolicy<T, String> {
  private static final long serialVersionUID = 1;

  private final long ageMillis;
  private final long sizeBytes;

  RollBySizeAgeAndCheckpoint(long ageMillis, long sizeBytes) {
    this.ageMillis = ageMillis;
    this.sizeBytes = sizeBytes;
  }

  @Override
  public boolean shouldRollOnEvent(PartFileInfo<String> file, T written) throws IOException {
    return file.getSize() >= sizeBytes;
  }

  @Override
  public boolean shouldRollOnProcessingTime(PartFileInfo<String> file, long now) {
    return now - file.getCreationTime() >= ageMillis;
  }
}
