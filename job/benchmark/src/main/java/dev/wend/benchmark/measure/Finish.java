package dev.wend.benchmark.measure;

import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Counts the answers and tells how far the job has come; it hands on nothing. */
public final class Finish extends AbstractStreamOperator<Answer>
    implements OneInputStreamOperator<Answer, Answer> {
  private static final long serialVersionUID = 1;

  @Override
  public void processElement(StreamRecord<Answer> element) {
    Stopwatch.current().answer(element.getValue().hash());
  }

  @Override
  public void processWatermark(Watermark mark) {
    TaskInfo task = getRuntimeContext().getTaskInfo();
    Stopwatch.current()
        .mark(
            task.getIndexOfThisSubtask(), task.getNumberOfParallelSubtasks(), mark.getTimestamp());
  }
}
