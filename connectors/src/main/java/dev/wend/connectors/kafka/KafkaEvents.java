package dev.wend.connectors.kafka;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.event.CustomerEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.types.Either;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/**
 * Which topics events are read from, and how.
 *
 * @param groupId under which offsets are committed with each checkpoint
 * @param futureTolerance how far ahead of the wall clock a timestamp may be (SEMANTICS.md section 1)
 */
public record KafkaEvents(
    ClientProperties client,
    Topics topics,
    String groupId,
    StartFrom start,
    RecordFormat format,
    Duration futureTolerance) {
  private static final Map<String, String> DEFAULTS = Map.of("isolation.level", "read_committed");

  /** Native records of some topics, from where the group stands. */
  public static KafkaEvents of(ClientProperties client, Topics topics, String groupId) {
    return new KafkaEvents(
        client,
        topics,
        groupId,
        new StartFrom.Committed(),
        new RecordFormat.Native(),
        DecoderSettings.DEFAULT_FUTURE_TOLERANCE);
  }

  /** Starting there instead. */
  public KafkaEvents from(StartFrom other) {
    return new KafkaEvents(client, topics, groupId, other, format, futureTolerance);
  }

  /** Written so instead. */
  public KafkaEvents in(RecordFormat other) {
    return new KafkaEvents(client, topics, groupId, start, other, futureTolerance);
  }

  /** With another tolerance. */
  public KafkaEvents tolerating(Duration ahead) {
    return new KafkaEvents(client, topics, groupId, start, format, ahead);
  }

  /**
   * A source of events on the left and dead letters on the right; messages of open and aborted transactions are not read,
   * unless the client's properties say so.
   *
   * @throws InvalidMappingException when the mapping cannot read messages
   */
  public KafkaSource<Either<CustomerEvent, DeadLetter>> source(
      TypeInformation<CustomerEvent> events, TypeInformation<DeadLetter> deadLetters)
      throws InvalidMappingException {
    return builder(Clock.systemUTC(), events, deadLetters).build();
  }

  KafkaSourceBuilder<Either<CustomerEvent, DeadLetter>> builder(
      Clock clock, TypeInformation<CustomerEvent> events, TypeInformation<DeadLetter> deadLetters)
      throws InvalidMappingException {
    if (format instanceof RecordFormat.Mapped mapped) {
      mapped.topics();
    }
    KafkaSourceBuilder<Either<CustomerEvent, DeadLetter>> builder =
        KafkaSource.<Either<CustomerEvent, DeadLetter>>builder()
            .setProperties(client.over(DEFAULTS))
            .setGroupId(groupId)
            .setStartingOffsets(offsets(start))
            .setDeserializer(
                new EventDeserializer(
                    format, futureTolerance, clock, new EitherTypeInfo<>(events, deadLetters)));
    return topics instanceof Topics.Named named
        ? builder.setTopics(named.names())
        : builder.setTopicPattern(((Topics.Matching) topics).pattern());
  }

  /** Flink's interface names a class that Kafka has deprecated. */
  @SuppressWarnings("deprecation")
  private static OffsetsInitializer offsets(StartFrom start) {
    if (start instanceof StartFrom.Timestamp at) {
      return OffsetsInitializer.timestamp(at.instant().toEpochMilli());
    }
    if (start instanceof StartFrom.Committed) {
      return OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
    }
    return start instanceof StartFrom.Latest
        ? OffsetsInitializer.latest()
        : OffsetsInitializer.earliest();
  }
}
