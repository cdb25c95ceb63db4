package dev.wend.job.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A clickstream of now, at a steady pace, without end: most of it page visits, some carts and orders. */
final class SteadyFeed implements AutoCloseable {
  private static final int BATCH_MILLIS = 20;

  private final KafkaProducer<String, byte[]> producer;
  private final String topic;
  private final int customers;
  private final Thread thread = new Thread(this::feed, "steady-feed");
  private final AtomicLong sent = new AtomicLong();
  private volatile int eventsPerSecond;
  private volatile boolean ended;

  private SteadyFeed(String brokers, String topic, int eventsPerSecond, int customers) {
    this.topic = topic;
    this.eventsPerSecond = eventsPerSecond;
    this.customers = customers;
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers, "linger.ms", "5", "compression.type", "lz4"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  static SteadyFeed start(String brokers, String topic, int eventsPerSecond, int customers) {
    SteadyFeed feed = new SteadyFeed(brokers, topic, eventsPerSecond, customers);
    feed.thread.setDaemon(true);
    feed.thread.start();
    return feed;
  }

  long sent() {
    return sent.get();
  }

  /** Goes on at another pace. */
  void pace(int events) {
    eventsPerSecond = events;
  }

  private void feed() {
    SplittableRandom random = new SplittableRandom(4);
    long last = System.nanoTime();
    double due = 0;
    try {
      while (!ended) {
        long now = System.nanoTime();
        due += (now - last) / 1e9 * eventsPerSecond;
        last = now;
        for (; due >= 1; due--) {
          send(random);
        }
        Thread.sleep(BATCH_MILLIS);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(SplittableRandom random) {
    String customer = "c" + random.nextInt(customers);
    String record = record(customer, random);
    Future<RecordMetadata> unused =
        producer.send(
            new ProducerRecord<>(topic, customer, record.getBytes(StandardCharsets.UTF_8)));
    sent.incrementAndGet();
  }

  private String record(String customer, SplittableRandom random) {
    int kind = random.nextInt(100);
    String what =
        kind < 80
            ? "\"type\":\"page\",\"properties\":{\"path\":\"/p/%d\",\"url\":\"https://shop.example.com/p/%d\"}"
            : kind < 90
                ? "\"type\":\"track\",\"event\":\"Product Viewed\",\"properties\":{\"product_id\":\"p%d\",\"price\":%d}"
                : kind < 97
                    ? "\"type\":\"track\",\"event\":\"Product Added\",\"properties\":{\"product_id\":\"p%d\",\"price\":%d}"
                    : "\"type\":\"track\",\"event\":\"Order Completed\",\"properties\":{\"order_id\":\"o%d\",\"total\":%d}";
    int number = random.nextInt(1_000);
    return String.format(
        Locale.ROOT,
        "{\"messageId\":\"m%d\",\"userId\":\"%s\",\"timestamp\":%d," + what + "}",
        sent.get(),
        customer,
        System.currentTimeMillis() - random.nextInt(2_000),
        number,
        number);
  }

  @Override
  public void close() throws InterruptedException {
    ended = true;
    thread.interrupt();
    thread.join();
    producer.close();
  }
}
