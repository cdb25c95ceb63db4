package dev.wend.job.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A session cluster: one job manager, and task managers that come and go. */
final class FlinkCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Pattern SAVEPOINT = Pattern.compile("Savepoint completed. Path: (\\S+)");
  private static final Pattern SUBMITTED = Pattern.compile("submitted with JobID ([0-9a-f]{32})");

  private final FlinkHome home;
  private final Path logs;
  private final FlinkRest rest;
  private final JavaProcess jobManager;
  private final List<JavaProcess> taskManagers = new ArrayList<>();
  private int commands;

  private FlinkCluster(FlinkHome home, Path logs) throws IOException {
    this.home = home;
    this.logs = logs;
    rest = new FlinkRest(home.restPort());
    jobManager = JavaProcess.start("jobmanager", home.jobManager(), logs);
  }

  /** Starts a job manager and that many task managers. */
  static FlinkCluster start(FlinkHome home, int taskManagers, Path logs) throws Exception {
    FlinkCluster cluster = new FlinkCluster(home, logs);
    try {
      Waiting.until("the job manager answers", PATIENCE, cluster::answers);
      for (int number = 0; number < taskManagers; number++) {
        cluster.startTaskManager();
      }
      return cluster;
    } catch (Exception failure) {
      cluster.close();
      throw failure;
    }
  }

  private boolean answers() throws InterruptedException {
    if (!jobManager.isAlive()) {
      throw new IllegalStateException("the job manager ended" + jobManager.lastWords());
    }
    return rest.answers();
  }

  FlinkRest rest() {
    return rest;
  }

  /** Starts one more, and waits until the job manager knows it. */
  void startTaskManager() throws Exception {
    String name = "taskmanager-" + (taskManagers.size() + 1);
    JavaProcess taskManager = JavaProcess.start(name, home.taskManager(name), logs);
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
  }

  /** The files and sockets that the task managers hold open. */
  long fileHandles() throws IOException {
    long handles = 0;
    for (JavaProcess taskManager : taskManagers) {
      if (taskManager.isAlive()) {
        handles += taskManager.fileHandles();
      }
    }
    return handles;
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

  /** {@code flink run} without {@code -d}: the program goes on for as long as the job does. */
  JavaProcess submit(Path jar, int parallelism, List<String> arguments) throws IOException {
    List<String> all =
        new ArrayList<>(List.of("run", "-p", Integer.toString(parallelism), jar.toString()));
    all.addAll(arguments);
    commands++;
    return JavaProcess.start("flink-" + commands + "-run", home.commandLine(all), logs);
  }

  /** {@code flink stop --savepointPath}; where the savepoint is. */
  String stop(String job) throws Exception {
    String target = home.directory().resolve("savepoints").toUri().toString();
    return found(SAVEPOINT, commandLine(List.of("stop", "--savepointPath", target, job)));
  }

  private String commandLine(List<String> arguments) throws Exception {
    commands++;
    String name = "flink-" + commands + "-" + arguments.get(0);
    return JavaProcess.run(name, home.commandLine(arguments), logs, PATIENCE);
  }

  private static String found(Pattern pattern, String printed) {
    Matcher matcher = pattern.matcher(printed);
    if (!matcher.find()) {
      throw new IllegalStateException("no \"" + pattern + "\" in " + printed);
    }
    return matcher.group(1);
  }

  @Override
  public void close() {
    taskManagers.forEach(JavaProcess::close);
    jobManager.close();
  }
}
