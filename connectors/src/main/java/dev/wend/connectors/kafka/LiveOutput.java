package dev.wend.connectors.kafka;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.CustomerEvent;
import java.util.Map;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.types.Either;
import org.apache.kafka.common.TopicPartition;

/** Takes messages apart on their way from the connector's reader, and tells the clock about them. */
final class LiveOutput implements ReaderOutput<Message> {
  private final ReaderOutput<Either<CustomerEvent, DeadLetter>> output;
  private final ReaderClock clock;
  private final Map<String, TopicPartition> partitions;

  LiveOutput(
      ReaderOutput<Either<CustomerEvent, DeadLetter>> output,
      ReaderClock clock,
      Map<String, TopicPartition> partitions) {
    this.output = output;
    this.clock = clock;
    this.partitions = partitions;
  }

  @Override
  public SourceOutput<Message> createOutputForSplit(String splitId) {
    TopicPartition partition = partitions.get(splitId);
    return new PartitionOutput(output.createOutputForSplit(splitId), clock.progress(partition));
  }

  @Override
  public void releaseOutputForSplit(String splitId) {
    output.releaseOutputForSplit(splitId);
    clock.release(partitions.remove(splitId));
  }

  @Override
  public void collect(Message message) {
    throw new UnsupportedOperationException("a message of no partition");
  }

  @Override
  public void collect(Message message, long writtenAt) {
    collect(message);
  }

  @Override
  public void emitWatermark(Watermark watermark) {
    throw new UnsupportedOperationException("the connector's reader knows no time");
  }

  @Override
  public void markIdle() {
    throw new UnsupportedOperationException("the connector's reader knows no time");
  }

  @Override
  public void markActive() {
    throw new UnsupportedOperationException("the connector's reader knows no time");
  }

  /** The messages of one partition. */
  private final class PartitionOutput implements SourceOutput<Message> {
    private final SourceOutput<Either<CustomerEvent, DeadLetter>> contents;
    private final PartitionProgress progress;

    PartitionOutput(
        SourceOutput<Either<CustomerEvent, DeadLetter>> contents, PartitionProgress progress) {
      this.contents = contents;
      this.progress = progress;
    }

    @Override
    public void collect(Message message) {
      clock.activate(output);
      progress.read(message.nextOffset());
      for (Either<CustomerEvent, DeadLetter> content : message.contents()) {
        if (content.isLeft()) {
          long timestamp = content.left().timestamp();
          progress.event(timestamp);
          contents.collect(content, timestamp);
        } else {
          contents.collect(content);
        }
      }
    }

    @Override
    public void collect(Message message, long writtenAt) {
      collect(message);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      LiveOutput.this.emitWatermark(watermark);
    }

    @Override
    public void markIdle() {
      LiveOutput.this.markIdle();
    }

    @Override
    public void markActive() {
      LiveOutput.this.markActive();
    }
  }
}
