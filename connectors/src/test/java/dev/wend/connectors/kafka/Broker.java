package dev.wend.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;

/** A Kafka broker in this process, its data in a directory of the test. */
public final class Broker implements AutoCloseable {
  private static final String CLUSTER_ID = "wend-test-cluster-0000";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaRaftServer server;
  private final String address;

  private Broker(KafkaRaftServer server, String address) {
    this.server = server;
    this.address = address;
  }

  /** A new broker on free ports. */
  public static Broker start(Path directory) throws IOException {
    int port;
    int controllerPort;
    try (ServerSocket one = freePort();
        ServerSocket other = freePort()) {
      port = one.getLocalPort();
      controllerPort = other.getLocalPort();
    }
    Properties properties = properties(directory, port, controllerPort);
    Path file = directory.resolve("server.properties");
    try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, UTF_8)) {
      properties.forEach((key, value) -> out.println(key + "=" + value));
    }
    format(file);
    KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
    server.startup();
    return new Broker(server, "127.0.0.1:" + port);
  }

  private static ServerSocket freePort() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static void format(Path file) {
    int exitCode =
        StorageTool.execute(
            new String[] {"format", "--cluster-id", CLUSTER_ID, "-c", file.toString()},
            new PrintStream(PrintStream.nullOutputStream(), false, UTF_8));
    if (exitCode != 0) {
      throw new IllegalStateException("the storage of the broker was not formatted: " + exitCode);
    }
  }

  private static Properties properties(Path directory, int port, int controllerPort) {
    Properties properties = new Properties();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", "1");
    properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    properties.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    properties.put("controller.listener.names", "CONTROLLER");
    properties.put("log.dirs", directory.resolve("log").toString());
    properties.put("offsets.topic.replication.factor", "1");
    properties.put("offsets.topic.num.partitions", "1");
    properties.put("transaction.state.log.replication.factor", "1");
    properties.put("transaction.state.log.num.partitions", "1");
    properties.put("share.coordinator.state.topic.replication.factor", "1");
    properties.put("transaction.state.log.min.isr", "1");
    properties.put("share.coordinator.state.topic.min.isr", "1");
    properties.put("group.initial.rebalance.delay.ms", "0");
    properties.put("log.retention.ms", "-1");
    properties.put("auto.create.topics.enable", "false");
    return properties;
  }

  /** The properties by which clients reach it. */
  public Map<String, String> client() {
    Map<String, String> client = new HashMap<>();
    client.put("bootstrap.servers", address);
    return client;
  }

  /** A topic whose partitions all answer: a producer can be stuck with one that does not yet. */
  public void createTopic(String name, int partitions)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.copyOf(client()));
        KafkaConsumer<byte[], byte[]> consumer = consumer("read_uncommitted")) {
      admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
      consumer.endOffsets(
          IntStream.range(0, partitions)
              .mapToObj(partition -> new TopicPartition(name, partition))
              .toList(),
          PATIENCE);
    }
  }

  /** Sends one message of text. */
  public void send(String topic, String key, String value)
      throws InterruptedException, ExecutionException {
    send(List.of(new ProducerRecord<>(topic, key.getBytes(UTF_8), value.getBytes(UTF_8))));
  }

  public void send(List<ProducerRecord<byte[], byte[]>> messages)
      throws InterruptedException, ExecutionException {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.copyOf(client()), new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<?>> sent = new ArrayList<>();
      messages.forEach(message -> sent.add(producer.send(message)));
      for (Future<?> each : sent) {
        each.get();
      }
    }
  }

  /** Sends the messages in one transaction, and commits or aborts it. */
  public void sendInTransaction(List<ProducerRecord<byte[], byte[]>> messages, boolean commit)
      throws InterruptedException, ExecutionException {
    Map<String, Object> properties = new HashMap<>(client());
    properties.put("transactional.id", "broker-test");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      for (ProducerRecord<byte[], byte[]> message : messages) {
        producer.send(message).get();
      }
      if (commit) {
        producer.commitTransaction();
      } else {
        producer.abortTransaction();
      }
    }
  }

  /**
   * All committed messages that are in the topic now, by partition and offset. A transaction that was committed is closed by
   * the broker a moment later, which is waited for.
   */
  public List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
    return messages(topic, "read_committed");
  }

  /** The values of all messages, as text, that a consumer of committed ones can read now, while transactions are open. */
  public List<String> visible(String topic) {
    return messages(topic, "read_committed", ends(topic, "read_committed")).stream()
        .map(message -> new String(message.value(), UTF_8))
        .toList();
  }

  /** The values of {@link #committed}, as text. */
  public List<String> values(String topic) {
    return committed(topic).stream().map(message -> new String(message.value(), UTF_8)).toList();
  }

  /** The keys of {@link #committed}, each of which there is, as text. */
  public List<String> keys(String topic) {
    return committed(topic).stream().map(message -> new String(message.key(), UTF_8)).toList();
  }

  /** How many messages are in the topic now, those of aborted transactions among them. */
  public int written(String topic) {
    return messages(topic, "read_uncommitted").size();
  }

  /** Waits until at least {@code count} messages are {@link #written}. */
  public void awaitWritten(String topic, int count) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (written(topic) < count) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("fewer than " + count + " messages came to " + topic);
      }
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> messages(String topic, String isolation) {
    return messages(topic, isolation, ends(topic, "read_uncommitted"));
  }

  private List<ConsumerRecord<byte[], byte[]>> messages(
      String topic, String isolation, Map<TopicPartition, Long> ends) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(isolation)) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (ends.keySet().stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("a transaction is open in " + topic);
        }
        consumer.poll(Duration.ofMillis(100)).forEach(messages::add);
      }
      return messages;
    }
  }

  private Map<TopicPartition, Long> ends(String topic, String isolation) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(isolation)) {
      return consumer.endOffsets(
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList());
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
    Map<String, Object> properties = new HashMap<>(client());
    properties.put("isolation.level", isolation);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
