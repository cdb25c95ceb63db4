package dev.wend.job.topology;

import dev.wend.event.ActionRecord;
import dev.wend.job.operator.RecordTypes;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** An action for each number, slowly; fails some records after its second checkpoint, the first time. */
final class FailsOnce implements MapFunction<Long, ActionRecord>, CheckpointListener {
  static final AtomicInteger FAILURES = new AtomicInteger();
  private static final long serialVersionUID = 1;
  private static final int RECORDS_BETWEEN = 20;

  /** Milliseconds in which what came since the checkpoint leaves the buffers of sinks, so that a failure doubles it. */
  private static final long UNTIL_WRITTEN = 500;

  private int checkpoints;
  private int recordsSince;

  private FailsOnce() {}

  /** Actions 0 to {@code count - 1}, about a thousand a second. */
  static DataStream<ActionRecord> actions(StreamExecutionEnvironment environment, long count) {
    FAILURES.set(0);
    return environment
        .fromSequence(0, count - 1)
        .uid("numbers")
        .map(new FailsOnce())
        .returns(RecordTypes.ACTION)
        .uid("actions");
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) {
    checkpoints++;
    recordsSince = 0;
  }

  @Override
  public ActionRecord map(Long number) throws InterruptedException {
    Thread.sleep(1);
    recordsSince++;
    if (checkpoints >= 2 && recordsSince >= RECORDS_BETWEEN && FAILURES.compareAndSet(0, 1)) {
      Thread.sleep(UNTIL_WRITTEN);
      throw new IllegalStateException("a task that fails once");
    }
    return Written.action(number);
  }
}
