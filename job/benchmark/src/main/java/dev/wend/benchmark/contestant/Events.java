package dev.wend.benchmark.contestant;

import dev.wend.benchmark.broker.BrokerProcess;
import dev.wend.benchmark.broker.TopicFilling;
import dev.wend.benchmark.measure.Answer;
import dev.wend.benchmark.measure.Feed;
import dev.wend.benchmark.measure.FeedSource;
import dev.wend.benchmark.workload.Records;
import dev.wend.benchmark.workload.Workload;
import dev.wend.benchmark.workload.Workload.Form;
import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.kafka.ClientProperties;
import dev.wend.connectors.kafka.EventClock;
import dev.wend.connectors.kafka.KafkaEvents;
import dev.wend.connectors.kafka.StartFrom;
import dev.wend.connectors.kafka.Topics;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.connectors.nativejson.NativeDecoder;
import dev.wend.event.CustomerEvent;
import dev.wend.job.operator.RecordTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;

/** The stream as contestants read it, decoded by Wend's own decoder. */
final class Events {
  static final TypeInformation<Answer> ANSWER = TypeInformation.of(Answer.class);

  /** Longer than any run: operators hand on no watermark of a reader that has gone idle meanwhile. */
  private static final Duration NEVER_IDLE = Duration.ofDays(1);

  private Events() {}

  /** Events alone. */
  static DataStream<CustomerEvent> read(StreamExecutionEnvironment environment, Workload workload) {
    if (workload.form() == Form.KAFKA) {
      return environment
          .fromSource(
              fromKafka(workload), WatermarkStrategy.noWatermarks(), "events", RecordTypes.RECEIVED)
          .map(Either::left)
          .returns(RecordTypes.EVENT);
    }
    return environment.fromSource(
        new FeedSource<>(new Plain(workload)),
        WatermarkStrategy.noWatermarks(),
        "events",
        RecordTypes.EVENT);
  }

  /** Events as a live job receives them. */
  static Source<Either<CustomerEvent, DeadLetter>, ?, ?> received(Workload workload) {
    return workload.form() == Form.KAFKA
        ? fromKafka(workload)
        : new FeedSource<>(new Received(workload));
  }

  /** The product's own source. */
  private static Source<Either<CustomerEvent, DeadLetter>, ?, ?> fromKafka(Workload workload) {
    String brokers = BrokerProcess.holding(workload);
    EventClock clock = new EventClock(EventClock.Mode.EVENTS, TopicFilling.DISORDER, NEVER_IDLE);
    try {
      return KafkaEvents.of(
              ClientProperties.of(Map.of("bootstrap.servers", brokers)),
              new Topics.Named(List.of(BrokerProcess.EVENTS)),
              "wend-benchmark")
          .from(new StartFrom.Earliest())
          .source(clock, RecordTypes.EVENT, RecordTypes.DEAD_LETTER);
    } catch (InvalidMappingException impossible) {
      throw new IllegalStateException("native records need no mapping", impossible);
    }
  }

  private record Plain(Workload workload) implements Feed<CustomerEvent> {
    private static final long serialVersionUID = 1;

    @Override
    public Iterator<CustomerEvent> open(int reader, int readers) {
      return events(workload, reader, readers, event -> event);
    }

    @Override
    public long timestamp(CustomerEvent event) {
      return event.timestamp();
    }
  }

  private record Received(Workload workload) implements Feed<Either<CustomerEvent, DeadLetter>> {
    private static final long serialVersionUID = 1;

    @Override
    public Iterator<Either<CustomerEvent, DeadLetter>> open(int reader, int readers) {
      return events(workload, reader, readers, Either::Left);
    }

    @Override
    public long timestamp(Either<CustomerEvent, DeadLetter> received) {
      return received.left().timestamp();
    }
  }

  private static <T> Iterator<T> events(
      Workload workload, int reader, int readers, Function<CustomerEvent, T> form) {
    NativeDecoder decoder = Records.decoder();
    Function<byte[], CustomerEvent> decode = record -> Records.decode(decoder, record);
    Iterator<CustomerEvent> waiting = map(Records.waiting(workload, reader, readers), decode);
    Iterator<byte[]> stream = Records.stream(workload, reader, readers);
    Iterator<CustomerEvent> decoded =
        workload.form() == Form.JSON
            ? new Laps<>(
                all(stream), workload, (record, millis) -> Laps.later(decode.apply(record), millis))
            : new Laps<>(all(map(stream, decode)), workload, Laps::later);
    return map(concat(waiting, decoded), form);
  }

  private static <T> List<T> all(Iterator<T> records) {
    List<T> read = new ArrayList<>();
    records.forEachRemaining(read::add);
    return read;
  }

  private static <T> Iterator<T> concat(Iterator<T> first, Iterator<T> second) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return first.hasNext() || second.hasNext();
      }

      @Override
      public T next() {
        return first.hasNext() ? first.next() : second.next();
      }
    };
  }

  static <S, T> Iterator<T> map(Iterator<S> all, Function<S, T> form) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public T next() {
        return form.apply(all.next());
      }
    };
  }
}
