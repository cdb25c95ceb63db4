package dev.wend.connectors.kafka;

import dev.wend.connectors.kafka.PartitionClocks.Survey;
import dev.wend.connectors.kafka.PartitionClocks.Time;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.common.TopicPartition;

/** The watermarks of one reader; all in the reader's thread. */
final class ReaderClock implements AutoCloseable {
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);

  private record Question(
      Survey<TopicPartition> survey, CompletableFuture<Set<TopicPartition>> caughtUp) {}

  private final java.time.Clock wall;
  private final PartitionClocks<TopicPartition> clocks;
  private final CaughtUpProbe probe;
  private final WakeUp wakeUp;
  private Optional<Question> question = Optional.empty();
  private long answeredAt;
  private boolean idle;

  /** A clock whose answers wake the reader. */
  ReaderClock(EventClock clock, java.time.Clock wall, CaughtUpProbe probe, WakeUp wakeUp) {
    this.wall = wall;
    this.clocks = new PartitionClocks<>(clock, wall.millis());
    this.probe = probe;
    this.wakeUp = wakeUp;
  }

  void assign(List<KafkaPartitionSplit> splits) {
    for (KafkaPartitionSplit split : splits) {
      clocks.assign(
          split.getTopicPartition(),
          split.getStartingOffset(),
          ClockedSplit.newest(split),
          wall.millis());
    }
  }

  void release(TopicPartition partition) {
    clocks.release(partition, wall.millis());
  }

  PartitionProgress progress(TopicPartition partition) {
    return clocks.progress(partition);
  }

  OptionalLong newest(TopicPartition partition) {
    return clocks.progress(partition).newest();
  }

  /** Nobody goes on without this reader from now on. */
  void activate(WatermarkOutput output) {
    if (idle) {
      idle = false;
      output.markActive();
    }
  }

  /** Says what time it is; never earlier than before. */
  void tick(WatermarkOutput output) {
    takeAnswer(output);
    Survey<TopicPartition> survey = clocks.survey(wall.millis());
    if (!survey.isAllQuiet()) {
      activate(output);
    }
    if (survey.quiet().isEmpty()) {
      tell(clocks.settle(survey, Set.of()), output);
    } else if (question.isEmpty()
        && survey.takenAt() >= answeredAt + BETWEEN_QUESTIONS.toMillis()) {
      ask(survey);
    }
  }

  private void ask(Survey<TopicPartition> survey) {
    CompletableFuture<Set<TopicPartition>> caughtUp =
        probe.caughtUp(survey.quiet()).whenComplete((partitions, failure) -> wakeUp.ring());
    question = Optional.of(new Question(survey, caughtUp));
  }

  private void takeAnswer(WatermarkOutput output) {
    Optional<Question> answered = question.filter(asked -> asked.caughtUp().isDone());
    if (answered.isPresent()) {
      Question asked = answered.orElseThrow();
      question = Optional.empty();
      answeredAt = wall.millis();
      tell(clocks.settle(asked.survey(), asked.caughtUp().join()), output);
    }
  }

  private void tell(Time time, WatermarkOutput output) {
    if (time.watermark() != PartitionProgress.NO_TIME) {
      output.emitWatermark(new Watermark(time.watermark()));
    }
    if (!time.idle()) {
      activate(output);
    } else if (!idle) {
      idle = true;
      output.markIdle();
    }
  }

  @Override
  public void close() throws InterruptedException {
    probe.close();
  }
}
