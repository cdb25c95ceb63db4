package dev.wend.benchmark.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wend.benchmark.broker.BrokerProcess;
import dev.wend.benchmark.workload.Scenarios;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the actions from their topic and notes how long each took. Clocks are those of this process. */
final class ActionReader implements AutoCloseable {
  private static final Duration LONGEST_POLL = Duration.ofMillis(50);

  private final ObjectMapper mapper = new ObjectMapper();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Arrivals arrivals;
  private final Delays clock = new Delays();
  private final Delays work = new Delays();
  private final Delays sink = new Delays();
  private final Delays all = new Delays();

  ActionReader(String brokers, Arrivals arrivals) {
    this.arrivals = arrivals;
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers, "auto.offset.reset", "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        IntStream.range(0, BrokerProcess.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(BrokerProcess.ACTIONS, partition))
            .toList());
  }

  /** Reads until a moment; events that happened within the two times count. */
  void read(long until, long from, long to) throws IOException {
    while (System.currentTimeMillis() < until) {
      for (ConsumerRecord<byte[], byte[]> message : consumer.poll(LONGEST_POLL)) {
        JsonNode action = mapper.readTree(message.value());
        long event = action.get("timestamp").asLong();
        if (action.get("nodeId").asText().equals(Scenarios.ORDERED)
            && event >= from
            && event < to) {
          note(event, message.timestamp(), System.currentTimeMillis());
        }
      }
    }
  }

  /** The product's messages carry the time of their writing. */
  private void note(long event, long written, long seen) {
    OptionalLong passed = arrivals.passed(event);
    if (passed.isEmpty()) {
      throw new IllegalStateException("an action came before the watermark of its event");
    }
    clock.add(passed.getAsLong() - event);
    work.add(written - passed.getAsLong());
    sink.add(seen - written);
    all.add(seen - event);
  }

  long actions() {
    return all.count();
  }

  List<LatencyOutcome.Part> parts() {
    return List.of(
        clock.part("until the watermark has passed the event"),
        work.part("until the action is written"),
        sink.part("until a consumer has it"),
        all.part("in all"));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
