package dev.wend.benchmark.contestant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.wend.benchmark.broker.BrokerProcess;
import dev.wend.benchmark.broker.TopicFilling;
import dev.wend.benchmark.measure.Answer;
import dev.wend.benchmark.measure.Feed;
import dev.wend.benchmark.measure.FeedSource;
import dev.wend.benchmark.workload.Records;
import dev.wend.benchmark.workload.Workload;
import dev.wend.event.CustomerEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Decodes, keys and discards every event, as one would write it: Jackson, a class with the fields of interest, keyBy. */
public final class Discarding implements Contestant {

  @Override
  public DataStream<Answer> lay(StreamExecutionEnvironment environment, Workload workload) {
    return switch (workload.form()) {
      case MEMORY ->
          Events.read(environment, workload)
              .keyBy(CustomerEvent::customerId, Types.STRING)
              .process(new Discard<CustomerEvent>())
              .returns(Events.ANSWER);
      case JSON ->
          discard(
              environment.fromSource(
                  new FeedSource<>(new Json(workload)),
                  WatermarkStrategy.noWatermarks(),
                  "events",
                  TypeInformation.of(Event.class)));
      case KAFKA ->
          discard(
              environment.fromSource(
                  kafka(workload),
                  WatermarkStrategy.<Event>forBoundedOutOfOrderness(TopicFilling.DISORDER)
                      .withTimestampAssigner((event, written) -> event.time),
                  "events"));
    };
  }

  private static DataStream<Answer> discard(DataStream<Event> events) {
    return events
        .keyBy(event -> event.userId, Types.STRING)
        .process(new Discard<Event>())
        .returns(Events.ANSWER);
  }

  private static KafkaSource<Event> kafka(Workload workload) {
    return KafkaSource.<Event>builder()
        .setBootstrapServers(BrokerProcess.holding(workload))
        .setTopics(BrokerProcess.EVENTS)
        .setGroupId("discarding")
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setValueOnlyDeserializer(new JsonMessage())
        .build();
  }

  /** What one would take of a record. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public static final class Event {
    public String type;
    public String event;
    public String messageId;
    public String userId;
    public String timestamp;
    public long time;
    public Properties properties;
  }

  /** What one would take of its properties. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public static final class Properties {
    @JsonProperty("product_id")
    public String productId;

    @JsonProperty("order_id")
    public String orderId;

    public String url;
    public double total;
  }

  private static Event decode(ObjectReader mapper, byte[] record) throws IOException {
    Event event = mapper.readValue(record);
    event.time = Instant.parse(event.timestamp).toEpochMilli();
    return event;
  }

  private static final class JsonMessage extends AbstractDeserializationSchema<Event> {
    private static final long serialVersionUID = 1;

    private transient ObjectReader mapper;

    JsonMessage() {
      super(Event.class);
    }

    @Override
    public void open(InitializationContext context) {
      mapper = new ObjectMapper().readerFor(Event.class);
    }

    @Override
    public Event deserialize(byte[] message) throws IOException {
      return decode(mapper, message);
    }
  }

  private record Json(Workload workload) implements Feed<Event> {
    private static final long serialVersionUID = 1;

    @Override
    public Iterator<Event> open(int reader, int readers) {
      ObjectReader mapper = new ObjectMapper().readerFor(Event.class);
      List<byte[]> records = new ArrayList<>();
      Records.stream(workload, reader, readers).forEachRemaining(records::add);
      return new Laps<>(records, workload, (record, millis) -> decoded(mapper, record, millis));
    }

    private static Event decoded(ObjectReader mapper, byte[] record, long later) {
      try {
        Event event = decode(mapper, record);
        event.time += later;
        return event;
      } catch (IOException invalid) {
        throw new UncheckedIOException(invalid);
      }
    }

    @Override
    public long timestamp(Event event) {
      return event.time;
    }
  }

  private static final class Discard<T> extends KeyedProcessFunction<String, T, Answer> {
    private static final long serialVersionUID = 1;

    @Override
    public void processElement(T event, Context context, Collector<Answer> answers) {}
  }
}
