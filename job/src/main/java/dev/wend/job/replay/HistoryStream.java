package dev.wend.job.replay;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.mapping.GroupedLine;
import dev.wend.event.CustomerEvent;
import dev.wend.job.operator.Control;
import dev.wend.job.operator.RecordTypes;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A history as it flows through a job.
 *
 * @param relevant the events that are to be run, by customer
 * @param end where the clock ends: as the plan says, else at the last valid event of all customers that is
 *     selected
 * @param deadLetters records that are no events
 */
public record HistoryStream(
    KeyedStream<CustomerEvent, String> relevant,
    DataStream<Control> end,
    DataStream<DeadLetter> deadLetters) {
  /** Under which name the end of the clock is told to whoever started the job, where the plan does not say it. */
  static final String END = "latest-of-all";

  /** Reads the history of {@code plan}, each file once. */
  public static HistoryStream of(StreamExecutionEnvironment environment, ReplayPlan plan) {
    SingleOutputStreamOperator<CustomerEvent> read =
        ReplayTopology.read(environment, plan.files(), plan.layout(), plan.selection());
    SingleOutputStreamOperator<CustomerEvent> merged =
        read.getSideOutput(ReadHistory.LINES)
            .keyBy(GroupedLine::groupKey, Types.STRING)
            .process(new MergeLines(plan.selection()), RecordTypes.EVENT)
            .uid("merge-lines");
    DataStream<CustomerEvent> events = read.union(merged);
    return new HistoryStream(
        events
            .filter(new SelectEvents(plan.scenarios(), plan.asOf().orElse(Long.MAX_VALUE)))
            .uid("select-events")
            .keyBy(CustomerEvent::customerId, Types.STRING),
        end(environment, events, plan),
        read.getSideOutput(ReadHistory.DEAD_LETTERS));
  }

  private static DataStream<Control> end(
      StreamExecutionEnvironment environment, DataStream<CustomerEvent> events, ReplayPlan plan) {
    if (plan.asOf().isPresent()) {
      return environment.fromData(
          RecordTypes.CONTROL, new Control.Horizon(plan.asOf().getAsLong()));
    }
    return events
        .transform("latest", Types.LONG, new LatestTimestamp<>("latest", CustomerEvent::timestamp))
        .uid("latest")
        .transform(END, Types.LONG, new LatestTimestamp<>(END, time -> time))
        .setParallelism(1)
        .uid(END)
        .map(time -> (Control) new Control.Horizon(time))
        .returns(RecordTypes.CONTROL);
  }
}
