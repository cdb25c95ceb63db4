package dev.wend.job.replay;

import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.mapping.GroupedLine;
import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.job.operator.Control;
import dev.wend.job.operator.RecordTypes;
import dev.wend.job.operator.ScenarioOperator;
import dev.wend.job.output.RunSink;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** History files to sorted records. */
public final class ReplayTopology {
  static final String ACTIONS = "actions";
  static final String TRACE = "trace";
  static final String DEAD_LETTERS = "dead-letter";

  private ReplayTopology() {}

  /** Lays the job out in {@code environment}; runs in BATCH and in STREAMING execution. */
  public static void build(StreamExecutionEnvironment environment, ReplayPlan plan, Path runs) {
    SingleOutputStreamOperator<CustomerEvent> read = read(environment, plan.files(), plan.layout());
    SingleOutputStreamOperator<CustomerEvent> merged =
        read.getSideOutput(ReadHistory.LINES)
            .keyBy(GroupedLine::groupKey, Types.STRING)
            .process(new MergeLines(), RecordTypes.EVENT)
            .uid("merge-lines");
    DataStream<CustomerEvent> events = read.union(merged);

    SingleOutputStreamOperator<ActionRecord> actions =
        events
            .filter(new SelectEvents(plan.scenarios(), plan.asOf().orElse(Long.MAX_VALUE)))
            .uid("select-events")
            .keyBy(CustomerEvent::customerId, Types.STRING)
            .connect(end(environment, events, plan).broadcast())
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
    read.getSideOutput(ReadHistory.DEAD_LETTERS)
        .union(actions.getSideOutput(ScenarioOperator.FAILED))
        .sinkTo(RunSink.ofDeadLetters(runs, DEAD_LETTERS))
        .uid("dead-letters");
  }

  /** The events of the files, in any order; lines of events that several make up and dead letters are in side outputs. */
  public static SingleOutputStreamOperator<CustomerEvent> read(
      StreamExecutionEnvironment environment, List<EventFile> files, HistoryLayout layout) {
    return environment
        .fromData(HistoryTypes.FILE, files.toArray(EventFile[]::new))
        .rebalance()
        .process(new ReadHistory(layout), RecordTypes.EVENT)
        .uid("read-history");
  }

  /** Where the clock ends: as the plan says, else at the last valid event of all customers. */
  private static DataStream<Control> end(
      StreamExecutionEnvironment environment, DataStream<CustomerEvent> events, ReplayPlan plan) {
    if (plan.asOf().isPresent()) {
      return environment.fromData(
          RecordTypes.CONTROL, new Control.Horizon(plan.asOf().getAsLong()));
    }
    return events
        .transform("latest", Types.LONG, new LatestTimestamp<>(CustomerEvent::timestamp))
        .uid("latest")
        .transform("latest-of-all", Types.LONG, new LatestTimestamp<>(time -> time))
        .setParallelism(1)
        .uid("latest-of-all")
        .map(time -> (Control) new Control.Horizon(time))
        .returns(RecordTypes.CONTROL);
  }
}
