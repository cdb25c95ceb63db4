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
  private static final long serialVersionUID = 1;

  private final String name;
  private final SerializableFunction<T, Long> time;
  private final LongMaximum seen = new LongMaximum();
  private long latest = Long.MIN_VALUE;

  /** Tells the latest time under {@code name} to whoever started the job, too. */
  LatestTimestamp(String name, SerializableFunction<T, Long> time) {
    this.name = name;
    this.time = time;
  }

  @Override
  public void open() throws Exception {
    super.open();
    getRuntimeContext().addAccumulator(name, seen);
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
