package dev.wend.benchmark.measure;

import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Counts the answers and stops the time; it hands on nothing. */
public final class Finish extends AbstractStreamOperator<Answer>
    implements OneInputStreamOperator<Answer, Answer> {
  private static final long serialVersionUID = 1;

  private final long end;

  /** Ends at the watermark {@code end}, epoch milliseconds. */
  public Finish(long end) {
    this.end = end;
  }

  @Override
  public void processElement(StreamRecord<Answer> element) {
    Stopwatch.INSTANCE.answer(element.getValue().hash());
  }

  @Override
  public void processWatermark(Watermark mark) {
    if (mark.getTimestamp() >= end) {
      TaskInfo task = getRuntimeContext().getTaskInfo();
      Stopwatch.INSTANCE.finish(task.getIndexOfThisSubtask(), task.getNumberOfParallelSubtasks());
    }
  }
}
