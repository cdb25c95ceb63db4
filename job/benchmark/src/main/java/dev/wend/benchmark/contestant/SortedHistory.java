package dev.wend.benchmark.contestant;

import dev.wend.connectors.file.EventFile;
import dev.wend.event.CustomerEvent;
import dev.wend.job.operator.RecordTypes;
import dev.wend.job.replay.HistoryLayout;
import dev.wend.job.replay.ReplayTopology;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** What is beside the product's replay: the same files by the same reader and decoder. */
public final class SortedHistory {
  private SortedHistory() {}

  /** Discards what was read. */
  public static void read(
      StreamExecutionEnvironment environment, List<EventFile> files, HistoryLayout layout) {
    discard(ReplayTopology.read(environment, files, layout));
  }

  /** Has Flink bring the events of a customer together, in order of time (its BATCH execution), and discards them. */
  public static void sort(
      StreamExecutionEnvironment environment, List<EventFile> files, HistoryLayout layout) {
    discard(
        ReplayTopology.read(environment, files, layout)
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<CustomerEvent>noWatermarks()
                    .withTimestampAssigner((event, none) -> event.timestamp()))
            .keyBy(CustomerEvent::customerId, Types.STRING)
            .process(new InOrder(), RecordTypes.EVENT));
  }

  private static void discard(DataStream<CustomerEvent> events) {
    events.sinkTo(new DiscardingSink<>());
  }

  /** Makes sure that it is what it seems, and hands on nothing. */
  private static final class InOrder
      extends KeyedProcessFunction<String, CustomerEvent, CustomerEvent> {
    private static final long serialVersionUID = 1;

    private transient String customerId;
    private transient long timestamp;

    @Override
    public void processElement(
        CustomerEvent event, Context context, Collector<CustomerEvent> none) {
      boolean same = event.customerId().equals(customerId);
      if (same && event.timestamp() < timestamp) {
        throw new IllegalStateException("not in order of time: " + customerId);
      }
      customerId = event.customerId();
      timestamp = event.timestamp();
    }
  }
}
