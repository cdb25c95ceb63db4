package dev.wend.benchmark.broker;

import dev.wend.benchmark.workload.Clickstream;
import dev.wend.benchmark.workload.Records;
import dev.wend.benchmark.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes a stream to its topic: a customer is always in the same partition, each partition in order of time. */
public final class TopicFilling {
  /** How far behind the newest event the watermark of its readers is. */
  public static final Duration DISORDER = Duration.ofSeconds(5);

  private static final Map<String, String> LARGE_BATCHES =
      Map.of("batch.size", "262144", "linger.ms", "20");

  private static final int AT_ONCE = 50_000;

  private TopicFilling() {}

  /** Writes all, and behind each partition what brings the watermark to the end of the workload. */
  public static void fill(Map<String, String> client, Workload workload)
      throws InterruptedException, ExecutionException {
    Map<String, Object> properties = new HashMap<>(LARGE_BATCHES);
    properties.putAll(client);
    long last = Clickstream.end(workload) + DISORDER.toMillis() + 1;
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int partition = 0; partition < BrokerProcess.PARTITIONS; partition++) {
        Iterator<byte[]> records = Records.stream(workload, partition, BrokerProcess.PARTITIONS);
        while (records.hasNext()) {
          sendSome(producer, partition, records);
        }
        producer.send(record(partition, Records.pageView(partition, last))).get();
      }
    }
  }

  private static void sendSome(
      KafkaProducer<byte[], byte[]> producer, int partition, Iterator<byte[]> records)
      throws InterruptedException, ExecutionException {
    List<Future<?>> sent = new ArrayList<>();
    while (records.hasNext() && sent.size() < AT_ONCE) {
      sent.add(producer.send(record(partition, records.next())));
    }
    for (Future<?> each : sent) {
      each.get();
    }
  }

  private static ProducerRecord<byte[], byte[]> record(int partition, byte[] value) {
    return new ProducerRecord<>(BrokerProcess.EVENTS, partition, null, value);
  }
}
