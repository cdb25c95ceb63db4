package dev.wend.job.replay;

import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.FilePart;
import dev.wend.connectors.file.Folder;
import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.job.operator.RecordTypes;
import dev.wend.job.operator.ScenarioOperator;
import dev.wend.job.output.RunSink;
import java.util.List;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** History files to sorted records. */
public final class ReplayTopology {
  static final String ACTIONS = "actions";
  static final String TRACE = "trace";
  static final String DEAD_LETTERS = "dead-letter";

  private ReplayTopology() {}

  /** Lays the job out in {@code environment}; runs in BATCH and in STREAMING execution. */
  public static void build(StreamExecutionEnvironment environment, ReplayPlan plan, Folder runs) {
    HistoryStream history = HistoryStream.of(environment, plan);
    SingleOutputStreamOperator<ActionRecord> actions =
        history
            .relevant()
            .connect(history.end().broadcast())
            .transform(
                "scenarios",
                RecordTypes.ACTION,
                new ScenarioOperator(plan.scenarios(), plan.dedupHorizon()))
            .uid("scenarios");

    actions.sinkTo(RunSink.ofRecords(runs, ACTIONS)).uid("actions");
    actions
        .getSideOutput(ScenarioOperator.TRACE)
        .sinkTo(RunSink.ofRecords(runs, TRACE))
        .uid("trace");
    history
        .deadLetters()
        .union(actions.getSideOutput(ScenarioOperator.FAILED))
        .sinkTo(RunSink.ofDeadLetters(runs, DEAD_LETTERS))
        .uid("dead-letters");
  }

  /** The events of the files, in any order; lines of events that several make up and dead letters are in side outputs. */
  public static SingleOutputStreamOperator<CustomerEvent> read(
      StreamExecutionEnvironment environment, List<EventFile> files, HistoryLayout layout) {
    return read(environment, files, layout, Selection.ALL);
  }

  static SingleOutputStreamOperator<CustomerEvent> read(
      StreamExecutionEnvironment environment,
      List<EventFile> files,
      HistoryLayout layout,
      Selection selection) {
    return environment
        .fromData(HistoryTypes.PART, layout.reader().parts(files).toArray(FilePart[]::new))
        .rebalance()
        .process(new ReadHistory(layout, selection), RecordTypes.EVENT)
        .uid("read-history");
  }
}
