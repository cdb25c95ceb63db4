package dev.wend.job.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** One broker that is its own controller (KRaft). */
final class KafkaServer implements AutoCloseable {
  private static final String CLUSTER_ID = "wend-test-cluster-0000";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final JavaProcess process;
  private final String address;

  private KafkaServer(JavaProcess process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Starts one with new data in a directory, and waits until it answers. */
  static KafkaServer start(Path libraries, Path directory, Path logs) throws Exception {
    List<Integer> ports = FreePorts.take(2);
    Path file = directory.resolve("server.properties");
    Files.createDirectories(directory);
    Files.writeString(file, properties(directory.resolve("data"), ports.get(0), ports.get(1)));
    JavaProcess.run(
        "kafka-format",
        command(
            libraries,
            "kafka.tools.StorageTool",
            List.of("format", "--cluster-id", CLUSTER_ID, "-c", file.toString())),
        logs,
        PATIENCE);
    JavaProcess process =
        JavaProcess.start(
            "kafka", command(libraries, "kafka.Kafka", List.of(file.toString())), logs);
    KafkaServer server = new KafkaServer(process, "127.0.0.1:" + ports.get(0));
    try {
      server.awaitAnswer();
      return server;
    } catch (Exception failure) {
      server.close();
      throw failure;
    }
  }

  private static JavaProcess.Command command(
      Path libraries, String mainClass, List<String> arguments) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Xms256m",
                "-Xmx512m",
                "-Dlog4j2.configurationFile=src/test/cluster/log4j2.properties"));
    options.addAll(JavaProcess.Command.of(libraries, mainClass));
    return new JavaProcess.Command(options, Map.of(), arguments);
  }

  private static String properties(Path data, int port, int controllerPort) {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        log.dirs=%3$s
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.num.partitions=4
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        log.retention.ms=-1
        auto.create.topics.enable=false
        """
        .formatted(port, controllerPort, data);
  }

  private void awaitAnswer() throws Exception {
    Waiting.until(
        "the broker answers",
        PATIENCE,
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("the broker ended" + process.lastWords());
          }
          return process.printed().contains("Kafka Server started");
        });
  }

  /** Where clients reach it. */
  String address() {
    return address;
  }

  Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", address));
  }

  void create(List<NewTopic> topics) throws InterruptedException, ExecutionException {
    try (Admin admin = admin()) {
      admin.createTopics(topics).all().get();
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
