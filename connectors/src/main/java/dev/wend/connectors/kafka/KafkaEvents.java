package dev.wend.connectors.kafka;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.event.CustomerEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
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
  /** New partitions are found soon, because what was written to them meanwhile may be late. */
  private static final Map<String, String> DEFAULTS =
      Map.of("isolation.level", "read_committed", "partition.discovery.interval.ms", "10000");

  private static final Map<String, String> PROBE =
      Map.of(
          "enable.auto.commit", "false",
          "fetch.min.bytes", "1",
          "fetch.max.wait.ms", "100",
          "max.partition.fetch.bytes", "65536");

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
   * A source of events on the left and dead letters on the right, with its own watermarks: the job's strategy is to have none.
   * Events carry their timestamps. Messages of open and aborted transactions are not read, unless the client's properties say
   * so.
   *
   * @throws InvalidMappingException when the mapping cannot read messages
   */
  public Source<Either<CustomerEvent, DeadLetter>, ?, ?> source(
      EventClock clock,
      TypeInformation<CustomerEvent> events,
      TypeInformation<DeadLetter> deadLetters)
      throws InvalidMappingException {
    return live(messages(Clock.systemUTC()).build(), clock, events, deadLetters);
  }

  LiveSource live(
      KafkaSource<Message> messages,
      EventClock clock,
      TypeInformation<CustomerEvent> events,
      TypeInformation<DeadLetter> deadLetters) {
    return new LiveSource(messages, clock, probe(), new EitherTypeInfo<>(events, deadLetters));
  }

  KafkaSourceBuilder<Message> messages(Clock clock) throws InvalidMappingException {
    if (format instanceof RecordFormat.Mapped mapped) {
      mapped.topics();
    }
    KafkaSourceBuilder<Message> builder =
        KafkaSource.<Message>builder()
            .setProperties(client.over(DEFAULTS))
            .setGroupId(groupId)
            .setStartingOffsets(offsets(start))
            .setDeserializer(new EventDeserializer(format, futureTolerance, clock));
    return topics instanceof Topics.Named named
        ? builder.setTopics(named.names())
        : builder.setTopicPattern(((Topics.Matching) topics).pattern());
  }

  /** Reads what the source reads, of each partition little. */
  @SuppressWarnings("deprecation")
  Properties probe() {
    Properties properties = client.over(DEFAULTS);
    String reset = offsets(start).getAutoOffsetResetStrategy().name();
    properties.putAll(PROBE);
    properties.setProperty("auto.offset.reset", reset.toLowerCase(Locale.ROOT));
    properties.setProperty("group.id", groupId);
    return properties;
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
