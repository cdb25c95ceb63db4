package dev.wend.connectors.kafka;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.CustomerEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.types.Either;
import org.apache.kafka.common.TopicPartition;

/** The connector's reader, with a clock that goes on also where no message comes. */
final class LiveReader
    implements SourceReader<Either<CustomerEvent, DeadLetter>, KafkaPartitionSplit> {
  private static final Duration TICK = Duration.ofMillis(200);

  private final SourceReader<Message, KafkaPartitionSplit> messages;
  private final ReaderClock clock;
  private final WakeUp wakeUp;
  private final ScheduledExecutorService ticker;
  private final Map<String, TopicPartition> partitions = new HashMap<>();
  private Optional<LiveOutput> unpacking = Optional.empty();
  private Optional<ScheduledFuture<?>> ticks = Optional.empty();

  /** The reader, woken by {@code wakeUp}; {@code name} is that of the thread that ticks. */
  LiveReader(
      SourceReader<Message, KafkaPartitionSplit> messages,
      ReaderClock clock,
      WakeUp wakeUp,
      String name) {
    this.messages = messages;
    this.clock = clock;
    this.wakeUp = wakeUp;
    this.ticker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread daemon = new Thread(task, name);
              daemon.setDaemon(true);
              return daemon;
            });
  }

  @Override
  public void start() {
    messages.start();
    ticks =
        Optional.of(
            ticker.scheduleWithFixedDelay(
                wakeUp::ring, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** The output is the same one all the time. */
  @Override
  public InputStatus pollNext(ReaderOutput<Either<CustomerEvent, DeadLetter>> output)
      throws Exception {
    if (unpacking.isEmpty()) {
      unpacking = Optional.of(new LiveOutput(output, clock, partitions));
    }
    InputStatus status = messages.pollNext(unpacking.orElseThrow());
    if (wakeUp.takeDue() && status != InputStatus.END_OF_INPUT) {
      clock.tick(output);
    }
    return status;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return wakeUp.or(messages.isAvailable());
  }

  @Override
  public List<KafkaPartitionSplit> snapshotState(long checkpointId) {
    return messages.snapshotState(checkpointId).stream().map(this::clocked).toList();
  }

  private KafkaPartitionSplit clocked(KafkaPartitionSplit split) {
    return new ClockedSplit(split, clock.newest(split.getTopicPartition()));
  }

  @Override
  public void addSplits(List<KafkaPartitionSplit> splits) {
    splits.forEach(split -> partitions.put(split.splitId(), split.getTopicPartition()));
    clock.assign(splits);
    messages.addSplits(splits);
    wakeUp.ring();
  }

  @Override
  public void notifyNoMoreSplits() {
    messages.notifyNoMoreSplits();
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    messages.handleSourceEvents(event);
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    messages.notifyCheckpointComplete(checkpointId);
  }

  @Override
  public void notifyCheckpointAborted(long checkpointId) throws Exception {
    messages.notifyCheckpointAborted(checkpointId);
  }

  @Override
  public void pauseOrResumeSplits(
      Collection<String> splitsToPause, Collection<String> splitsToResume) {
    messages.pauseOrResumeSplits(splitsToPause, splitsToResume);
  }

  @Override
  public void close() throws Exception {
    ticks.ifPresent(each -> each.cancel(false));
    ticker.shutdownNow();
    try (clock) {
      messages.close();
    }
  }
}
