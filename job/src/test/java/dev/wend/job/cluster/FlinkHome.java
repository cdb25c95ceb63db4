package dev.wend.job.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/**
 * What a distribution of Flink is to its scripts: libraries, a configuration, and how each process is started.
 *
 * @param directory with {@code conf} and {@code plugins}
 */
record FlinkHome(Path libraries, Path directory, Configuration configuration) {
  /** Memory that is enough for a test, also for tasks that shuffle by files. */
  private static final Map<String, String> SMALL =
      Map.of(
          "jobmanager.memory.process.size", "768m",
          "taskmanager.memory.process.size", "1100m",
          "taskmanager.memory.jvm-metaspace.size", "160m",
          "taskmanager.memory.jvm-overhead.min", "96m",
          "taskmanager.memory.managed.size", "160m");

  private static final String LOGGING =
      "-Dlog4j2.configurationFile=src/test/cluster/log4j2.properties";

  /** With the configuration for production, on free ports of this machine, but for what is said otherwise. */
  static FlinkHome create(Path libraries, Path directory, Map<String, String> otherwise)
      throws IOException {
    List<Integer> ports = FreePorts.take(3);
    Configuration configuration = GlobalConfiguration.loadConfiguration("../conf/flink");
    configuration.addAll(
        Configuration.fromMap(
            Map.of(
                "jobmanager.rpc.address", "127.0.0.1",
                "jobmanager.bind-host", "127.0.0.1",
                "jobmanager.rpc.port", ports.get(0).toString(),
                "blob.server.port", ports.get(1).toString(),
                "rest.address", "127.0.0.1",
                "rest.bind-address", "127.0.0.1",
                "rest.port", ports.get(2).toString(),
                "taskmanager.host", "127.0.0.1",
                "taskmanager.bind-host", "127.0.0.1",
                "metrics.reporter.prom.port", "0")));
    configuration.addAll(Configuration.fromMap(SMALL));
    configuration.addAll(Configuration.fromMap(otherwise));
    FlinkHome home = new FlinkHome(libraries, directory, configuration);
    home.write();
    return home;
  }

  private void write() throws IOException {
    Files.createDirectories(conf());
    Files.createDirectories(plugins());
    Files.write(
        conf().resolve("config.yaml"),
        new TreeMap<>(configuration.toMap())
            .entrySet().stream()
                .map(entry -> entry.getKey() + ": '" + entry.getValue().replace("'", "''") + "'")
                .toList());
  }

  private Path conf() {
    return directory.resolve("conf");
  }

  private Path plugins() {
    return directory.resolve("plugins");
  }

  int restPort() {
    return configuration.get(RestOptions.PORT);
  }

  JavaProcess.Command jobManager() {
    return command(
        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
        JobManagerProcessUtils.generateJvmParametersStr(
            JobManagerProcessUtils.processSpecFromConfig(configuration), configuration),
        List.of("--configDir", conf().toString(), "--executionMode", "cluster"));
  }

  /**
   * A task manager.
   *
   * @param name by which the job manager knows it
   */
  JavaProcess.Command taskManager(String name) {
    TaskExecutorProcessSpec memory = TaskExecutorProcessUtils.processSpecFromConfig(configuration);
    List<String> arguments = new ArrayList<>(List.of("--configDir", conf().toString()));
    arguments.addAll(words(TaskExecutorProcessUtils.generateDynamicConfigsStr(memory)));
    arguments.addAll(List.of("-D", "taskmanager.resource-id=" + name));
    return command(
        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
        ProcessMemoryUtils.generateJvmParametersStr(memory),
        arguments);
  }

  /** What {@code bin/flink} does. */
  JavaProcess.Command commandLine(List<String> arguments) {
    return command("org.apache.flink.client.cli.CliFrontend", "-Xmx256m", arguments);
  }

  private JavaProcess.Command command(String mainClass, String memory, List<String> arguments) {
    List<String> options =
        Stream.of(
                words(memory),
                words(configuration.get(CoreOptions.FLINK_JVM_OPTIONS)),
                List.of(LOGGING),
                JavaProcess.Command.of(libraries, mainClass))
            .flatMap(List::stream)
            .toList();
    Map<String, String> environment =
        Map.of(
            "FLINK_CONF_DIR", conf().toString(),
            "FLINK_LIB_DIR", libraries.toString(),
            "FLINK_PLUGINS_DIR", plugins().toString());
    return new JavaProcess.Command(options, environment, arguments);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
  }
}
