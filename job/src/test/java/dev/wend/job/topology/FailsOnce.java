package dev.wend.job.topology;

import dev.wend.event.ActionRecord;
import dev.wend.job.operator.RecordTypes;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** An action for each number, slowly; fails some records after its second checkpoint, the first time. */
final class FailsOnce
    implements MapFunction<Long, ActionRecord>, CheckpointedFunction, CheckpointListener {
  static final AtomicInteger FAILURES = new AtomicInteger();

  /** How many have gone to the sinks, from all tasks. */
  private static final AtomicInteger RECORDS = new AtomicInteger();

  private static final long serialVersionUID = 1;
  private static final int RECORDS_BETWEEN = 20;

  private static IntConsumer beforeFailure;

  private int checkpoints;
  private int recordsSince;

  private FailsOnce() {}

  /** Actions 0 to {@code count - 1}, about a thousand a second. */
  static DataStream<ActionRecord> actions(StreamExecutionEnvironment environment, long count) {
    return actions(environment, count, records -> {});
  }

  /**
   * The same; {@code beforeFailure} is told how many actions have gone to the sinks: their buffers hold what came last, and
   * only what has left them could be doubled.
   */
  static DataStream<ActionRecord> actions(
      StreamExecutionEnvironment environment, long count, IntConsumer beforeFailure) {
    FAILURES.set(0);
    RECORDS.set(0);
    FailsOnce.beforeFailure = beforeFailure;
    return environment
        .fromSequence(0, count - 1)
        .uid("numbers")
        .map(new FailsOnce())
        .returns(RecordTypes.ACTION)
        .uid("actions");
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {
    // has none
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    recordsSince = 0;
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) {
    checkpoints++;
  }

  @Override
  public ActionRecord map(Long number) throws InterruptedException {
    Thread.sleep(1);
    recordsSince++;
    if (checkpoints >= 2 && recordsSince >= RECORDS_BETWEEN && FAILURES.compareAndSet(0, 1)) {
      beforeFailure.accept(RECORDS.get());
      throw new IllegalStateException("a task that fails once");
    }
    RECORDS.incrementAndGet();
    return Written.action(number);
  }
}
