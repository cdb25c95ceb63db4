package dev.wend.job.compare;

import dev.wend.connectors.file.Folder;
import dev.wend.job.operator.Control;
import dev.wend.job.operator.RecordTypes;
import dev.wend.job.output.RunSink;
import dev.wend.job.output.SortedRecord;
import dev.wend.job.replay.HistoryStream;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** History files to the differences of customers, in their order. */
final class CompareTopology {
  static final String DIFFERENCES = "differences";
  static final String TIMELINES = "timelines";
  static final String DEAD_LETTERS = "dead-letter";

  private static final MapStateDescriptor<String, Control> NOTHING_KEPT =
      new MapStateDescriptor<>("end", Types.STRING, RecordTypes.CONTROL);

  private CompareTopology() {}

  /** Lays the job out in {@code environment}: the history is read, decoded and sent to its customers once. */
  static void build(StreamExecutionEnvironment environment, ComparePlan plan, Folder runs) {
    HistoryStream history = HistoryStream.of(environment, plan.history());
    SingleOutputStreamOperator<Tuple2<String, byte[]>> differences =
        history
            .relevant()
            .connect(history.end().broadcast(NOTHING_KEPT))
            .process(new CompareCustomers(plan), CompareCustomers.LINE)
            .uid("compare");
    differences.sinkTo(RunSink.of(runs, DIFFERENCES, CompareTopology::line)).uid("differences");
    differences
        .getSideOutput(CompareCustomers.TIMELINES)
        .sinkTo(RunSink.of(runs, TIMELINES, CompareTopology::line))
        .uid("timelines");
    history
        .deadLetters()
        .union(differences.getSideOutput(CompareCustomers.FAILED))
        .sinkTo(RunSink.ofDeadLetters(runs, DEAD_LETTERS))
        .uid("dead-letters");
  }

  private static SortedRecord line(Tuple2<String, byte[]> line) {
    return new SortedRecord(0, line.f0, 0, line.f1);
  }
}
