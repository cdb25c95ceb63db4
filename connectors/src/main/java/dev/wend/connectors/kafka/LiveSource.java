package dev.wend.connectors.kafka;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.CustomerEvent;
import java.io.IOException;
import java.time.Clock;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.types.Either;

/**
 * The connector's source, whose readers have a clock. Its state holds how new the events were that were read, so that a
 * partition from which nothing comes any more has a time after a restart, too.
 */
final class LiveSource
    implements Source<Either<CustomerEvent, DeadLetter>, KafkaPartitionSplit, KafkaSourceEnumState>,
        ResultTypeQueryable<Either<CustomerEvent, DeadLetter>> {
  private static final long serialVersionUID = 1;

  private final KafkaSource<Message> messages;
  private final EventClock clock;
  private final Properties probe;
  private final TypeInformation<Either<CustomerEvent, DeadLetter>> type;

  /** Reads {@code messages}; {@code probe} are the properties of a consumer that reads the same. */
  LiveSource(
      KafkaSource<Message> messages,
      EventClock clock,
      Properties probe,
      TypeInformation<Either<CustomerEvent, DeadLetter>> type) {
    this.messages = messages;
    this.clock = clock;
    this.probe = probe;
    this.type = type;
  }

  @Override
  public Boundedness getBoundedness() {
    return messages.getBoundedness();
  }

  @Override
  public SourceReader<Either<CustomerEvent, DeadLetter>, KafkaPartitionSplit> createReader(
      SourceReaderContext context) throws Exception {
    String name = "wend-clock-" + context.getIndexOfSubtask();
    Properties properties = new Properties();
    properties.putAll(probe);
    properties.setProperty("client.id", probe.getProperty("group.id") + "-" + name);
    WakeUp wakeUp = new WakeUp();
    ReaderClock readerClock =
        new ReaderClock(
            clock, Clock.systemUTC(), new CaughtUpProbe(properties, name + "-probe"), wakeUp);
    return new LiveReader(messages.createReader(context), readerClock, wakeUp, name);
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context) {
    return messages.createEnumerator(context);
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState checkpoint)
      throws IOException {
    return messages.restoreEnumerator(context, checkpoint);
  }

  @Override
  public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
    return new ClockedSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
    return messages.getEnumeratorCheckpointSerializer();
  }

  @Override
  public TypeInformation<Either<CustomerEvent, DeadLetter>> getProducedType() {
    return type;
  }
}
