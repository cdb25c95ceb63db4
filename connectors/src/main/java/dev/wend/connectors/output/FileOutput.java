package dev.wend.connectors.output;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.BasePathBucketAssigner;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Files of JSON lines. A file whose name ends in {@value #ENDING} is finished and holds committed records alone, whatever
 * failed; one that is still written has a name that begins with a dot and does not end so.
 *
 * @param directory on any file system that Flink knows
 * @param name what the names of the files begin with
 * @param rollAfter the age at which a file is finished
 * @param rollSize the size at which a file is finished, in bytes
 */
public record FileOutput(URI directory, String name, Duration rollAfter, long rollSize)
    implements Serializable {
  /** What the names of finished files end with. */
  public static final String ENDING = ".jsonl";

  private static final long LONGEST_BETWEEN_LOOKS = 60_000;

  /** Writes records; files are finished with each checkpoint at the latest. */
  public <T> Sink<T> sink(SerializableFunction<T, OutputMessage> message) {
    long age = rollAfter.toMillis();
    return FileSink.forRowFormat(new Path(directory), new JsonLines<>(message))
        .withBucketAssigner(new BasePathBucketAssigner<>())
        .withRollingPolicy(new RollBySizeAgeAndCheckpoint<>(age, rollSize))
        .withBucketCheckInterval(Math.max(1, Math.min(age, LONGEST_BETWEEN_LOOKS)))
        .withOutputFileConfig(new OutputFileConfig(name, ENDING))
        .build();
  }
}
