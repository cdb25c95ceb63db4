package dev.wend.job.replay;

import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.function.SerializableFunction;

/** The latest time of all inputs, given out at their end; nothing where there was none. */
final class LatestTimestamp<T> extends AbstractStreamOperator<Long>
    implements OneInputStreamOperator<T, Long>, BoundedOneInput {
  /** Under which name the latest time is told to whoever started the job. */
  static final String ACCUMULATOR = "latest";

  private static final long serialVersionUID = 1;

  private final SerializableFunction<T, Long> time;
  private final LongMaximum seen = new LongMaximum();
  private long latest = Long.MIN_VALUE;

  LatestTimestamp(SerializableFunction<T, Long> time) {
    this.time = time;
  }

  @Override
  public void open() throws Exception {
    super.open();
    getRuntimeContext().addAccumulator(ACCUMULATOR, seen);
  }

  @Override
  public void processElement(StreamRecord<T> element) {
    latest = Math.max(latest, time.apply(element.getValue()));
  }

  /** The end of time comes before the end of the input; it is held back until the result is out. */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (!mark.equals(Watermark.MAX_WATERMARK)) {
      super.processWatermark(mark);
    }
  }

  @Override
  public void endInput() {
    if (latest != Long.MIN_VALUE) {
      seen.add(latest);
      output.collect(new StreamRecord<>(latest));
    }
    output.emitWatermark(Watermark.MAX_WATERMARK);
  }
}
