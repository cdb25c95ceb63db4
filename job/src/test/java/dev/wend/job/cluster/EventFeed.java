package dev.wend.job.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes a history to a topic in order of arrival, at a steady pace, the customer as key, while the test goes on. */
final class EventFeed implements AutoCloseable {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final List<String> lines;
  private final KafkaProducer<String, String> producer;
  private final String topic;
  private final int eventsPerSecond;
  private final Thread thread = new Thread(this::feed, "feed");
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final AtomicLong sent = new AtomicLong();
  private volatile double share;

  private EventFeed(List<String> lines, String brokers, String topic, int eventsPerSecond) {
    this.lines = lines;
    this.topic = topic;
    this.eventsPerSecond = eventsPerSecond;
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers, "linger.ms", "5"),
            new StringSerializer(),
            new StringSerializer());
  }

  /** Begins with the files of a directory, in the order of their names. */
  static EventFeed start(Path directory, String brokers, String topic, int eventsPerSecond)
      throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        lines.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
      }
    }
    EventFeed feed = new EventFeed(lines, brokers, topic, eventsPerSecond);
    feed.thread.setDaemon(true);
    feed.thread.start();
    return feed;
  }

  long size() {
    return lines.size();
  }

  /** Lets it write up to that part of the history, from 0 to 1. */
  void allow(double upTo) {
    share = upTo;
  }

  /** How much of the history is written, from 0 to 1. */
  double written() {
    Exception cause = failure.get();
    if (cause != null) {
      throw new IllegalStateException("the feed failed", cause);
    }
    return sent.doubleValue() / lines.size();
  }

  private void feed() {
    try {
      for (String line : lines) {
        while (sent.get() >= share * lines.size()) {
          Thread.sleep(5);
        }
        Future<RecordMetadata> unused =
            producer.send(new ProducerRecord<>(topic, customer(line), line), this::delivered);
        if (sent.incrementAndGet() % 50 == 0) {
          Thread.sleep(50 * NANOS_PER_SECOND / eventsPerSecond / 1_000_000);
        }
      }
      producer.flush();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      failure.set(broken);
    }
  }

  private void delivered(RecordMetadata where, Exception problem) {
    if (problem != null) {
      failure.set(problem);
    }
  }

  /** Null, as Kafka has it, for a record without a readable customer. */
  private static String customer(String line) {
    try {
      JsonNode event = Json.MAPPER.readTree(line);
      return event.path("userId").asText(event.path("anonymousId").asText(null));
    } catch (IOException dirty) {
      return null;
    }
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
    producer.close();
  }
}
