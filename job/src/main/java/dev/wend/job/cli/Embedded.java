package dev.wend.job.cli;

import dev.wend.job.embedded.EmbeddedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink in this process, where the job is not submitted to a cluster. */
final class Embedded {
  private static final String METADATA = "_metadata";

  private Embedded() {}

  /**
   * The environment of the cluster to which this program was submitted, else one of its own.
   *
   * @param state where checkpoints are kept, and the last one is looked for
   */
  static StreamExecutionEnvironment environment(
      dev.wend.job.config.Configuration job, Optional<Path> state) throws IOException {
    Configuration settings = settings(job);
    if (state.isPresent()) {
      Path directory = Files.createDirectories(state.get()).toRealPath();
      settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory.toUri().toString());
      settings.set(
          CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
          ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
      last(directory)
          .ifPresent(last -> settings.set(StateRecoveryOptions.SAVEPOINT_PATH, last.toString()));
    }
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    return isEmbedded(environment)
        ? StreamExecutionEnvironment.createLocalEnvironment(settings)
        : environment;
  }

  /** Whether this program was not submitted to a cluster. */
  static boolean isHere() {
    return isEmbedded(StreamExecutionEnvironment.getExecutionEnvironment());
  }

  static boolean isEmbedded(StreamExecutionEnvironment environment) {
    return environment instanceof LocalStreamEnvironment;
  }

  /** The checkpoint that is gone on from; empty where the job begins anew. */
  static Optional<String> restored(StreamExecutionEnvironment environment) {
    return environment.getConfiguration().getOptional(StateRecoveryOptions.SAVEPOINT_PATH);
  }

  private static Configuration settings(dev.wend.job.config.Configuration job) {
    int tasks = job.parallelism().orElseGet(() -> Runtime.getRuntime().availableProcessors());
    Configuration settings = new Configuration();
    EmbeddedSettings.put(settings, tasks);
    settings.set(RestOptions.BIND_PORT, "0");
    return settings;
  }

  /** The newest checkpoint that is complete. */
  private static Optional<Path> last(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory, 3)) {
      return files
          .filter(file -> file.getFileName().toString().equals(METADATA))
          .max(Comparator.comparing(Embedded::written))
          .map(Path::getParent);
    }
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }
}
