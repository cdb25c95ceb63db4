package dev.wend.job.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessSpec;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/** A session cluster: one job manager and task managers that come and go, as bin/ of a distribution starts them. */
final class FlinkCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Pattern SAVEPOINT = Pattern.compile("Savepoint completed. Path: (\\S+)");
  private static final Pattern SUBMITTED = Pattern.compile("submitted with JobID ([0-9a-f]{32})");

  private final Path libraries;
  private final Path home;
  private final Path logs;
  private final Configuration configuration;
  private final FlinkRest rest;
  private final JavaProcess jobManager;
  private final List<JavaProcess> taskManagers = new ArrayList<>();
  private int started;
  private int commands;

  private FlinkCluster(Path libraries, Path home, Path logs, Configuration configuration, int port)
      throws IOException {
    this.libraries = libraries;
    this.home = home;
    this.logs = logs;
    this.configuration = configuration;
    rest = new FlinkRest(port);
    JobManagerProcessSpec memory = JobManagerProcessUtils.processSpecFromConfig(configuration);
    jobManager =
        JavaProcess.start(
            "jobmanager",
            command(
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                JobManagerProcessUtils.generateJvmParametersStr(memory, configuration),
                List.of("--configDir", conf().toString(), "--executionMode", "cluster")),
            logs);
  }

  /**
   * Starts a job manager with the configuration for production, but for what is said otherwise.
   *
   * @param home what is written there is new
   */
  static FlinkCluster start(Path libraries, Path home, Path logs, Map<String, String> otherwise)
      throws Exception {
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
    configuration.addAll(Configuration.fromMap(otherwise));
    Files.createDirectories(home.resolve("conf"));
    Files.createDirectories(home.resolve("plugins"));
    Files.write(
        home.resolve("conf/config.yaml"),
        new TreeMap<>(configuration.toMap())
            .entrySet().stream()
                .map(entry -> entry.getKey() + ": '" + entry.getValue().replace("'", "''") + "'")
                .toList());
    FlinkCluster cluster = new FlinkCluster(libraries, home, logs, configuration, ports.get(2));
    Waiting.until("the job manager answers", PATIENCE, cluster::answers);
    return cluster;
  }

  private boolean answers() throws Exception {
    if (!jobManager.isAlive()) {
      throw new IllegalStateException("the job manager ended" + jobManager.lastWords());
    }
    return rest.answers();
  }

  private Path conf() {
    return home.resolve("conf");
  }

  FlinkRest rest() {
    return rest;
  }

  /** Starts one more, and waits until the job manager knows it. */
  JavaProcess startTaskManager() throws Exception {
    started++;
    String name = "taskmanager-" + started;
    TaskExecutorProcessSpec memory = TaskExecutorProcessUtils.processSpecFromConfig(configuration);
    List<String> arguments = new ArrayList<>(List.of("--configDir", conf().toString()));
    arguments.addAll(words(TaskExecutorProcessUtils.generateDynamicConfigsStr(memory)));
    arguments.addAll(List.of("-D", "taskmanager.resource-id=" + name));
    JavaProcess taskManager =
        JavaProcess.start(
            name,
            command(
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                ProcessMemoryUtils.generateJvmParametersStr(memory),
                arguments),
            logs);
    taskManagers.add(taskManager);
    Waiting.until(
        name + " is registered",
        PATIENCE,
        () -> {
          if (!taskManager.isAlive()) {
            throw new IllegalStateException(name + " ended" + taskManager.lastWords());
          }
          return rest.taskManagers().contains(name);
        });
    return taskManager;
  }

  /** Kills the oldest that is alive, at once. */
  JavaProcess killTaskManager() throws InterruptedException {
    JavaProcess victim =
        taskManagers.stream().filter(JavaProcess::isAlive).findFirst().orElseThrow();
    victim.kill();
    return victim;
  }

  /** {@code flink run -d}; the id of the job. */
  String run(Path jar, int parallelism, List<String> options, List<String> arguments)
      throws Exception {
    List<String> all = new ArrayList<>(List.of("run", "-d", "-p", Integer.toString(parallelism)));
    all.addAll(options);
    all.add(jar.toString());
    all.addAll(arguments);
    return found(SUBMITTED, commandLine(all));
  }

  /** {@code flink stop --savepointPath}; where the savepoint is. */
  String stop(String job) throws Exception {
    return found(
        SAVEPOINT,
        commandLine(
            List.of(
                "stop", "--savepointPath", home.resolve("savepoints").toUri().toString(), job)));
  }

  private String commandLine(List<String> arguments) throws Exception {
    commands++;
    return JavaProcess.run(
        "flink-%d-%s".formatted(commands, arguments.get(0)),
        command("org.apache.flink.client.cli.CliFrontend", "-Xmx256m", arguments),
        logs,
        PATIENCE);
  }

  private static String found(Pattern pattern, String printed) {
    Matcher matcher = pattern.matcher(printed);
    if (!matcher.find()) {
      throw new IllegalStateException("no \"" + pattern + "\" in " + printed);
    }
    return matcher.group(1);
  }

  private JavaProcess.Command command(String mainClass, String memory, List<String> arguments) {
    List<String> options =
        Stream.of(
                words(memory),
                words(configuration.get(CoreOptions.FLINK_JVM_OPTIONS)),
                List.of("-Dlog4j2.configurationFile=src/test/cluster/log4j2.properties"),
                JavaProcess.Command.of(libraries, mainClass))
            .flatMap(List::stream)
            .toList();
    Map<String, String> environment =
        Map.of(
            "FLINK_CONF_DIR", conf().toString(),
            "FLINK_LIB_DIR", libraries.toString(),
            "FLINK_PLUGINS_DIR", home.resolve("plugins").toString());
    return new JavaProcess.Command(options, environment, arguments);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toList());
  }

  @Override
  public void close() {
    taskManagers.forEach(JavaProcess::close);
    jobManager.close();
  }
}
