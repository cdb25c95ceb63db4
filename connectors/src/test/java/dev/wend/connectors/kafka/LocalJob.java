package dev.wend.connectors.kafka;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.event.CustomerEvent;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;

/** Jobs of one chain, in which no record is copied, so that records need no serializers. */
final class LocalJob {
  static final TypeInformation<CustomerEvent> EVENT = TypeInformation.of(CustomerEvent.class);
  static final TypeInformation<DeadLetter> DEAD_LETTER = TypeInformation.of(DeadLetter.class);

  private static final EventClock CLOCK =
      new EventClock(EventClock.Mode.EVENTS, Duration.ZERO, Duration.ofSeconds(1));

  private LocalJob() {}

  static StreamExecutionEnvironment environment(Configuration configuration) {
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    environment.setParallelism(1);
    return environment;
  }

  /** What is in the topics when the job begins. */
  static DataStream<Either<CustomerEvent, DeadLetter>> read(
      StreamExecutionEnvironment environment, KafkaEvents events, Clock wall)
      throws InvalidMappingException {
    KafkaSource<Message> messages =
        events.messages(wall).setBounded(OffsetsInitializer.latest()).build();
    return environment.fromSource(
        events.live(messages, CLOCK, EVENT, DEAD_LETTER),
        WatermarkStrategy.noWatermarks(),
        "events");
  }
}
