package dev.wend.job.replay;

import dev.wend.connectors.history.HistoryReader;
import dev.wend.connectors.mapping.GroupedLine;
import dev.wend.event.CustomerEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Makes one event of the lines that belong together, once the end of the history has shown that no further one comes. */
final class MergeLines extends KeyedProcessFunction<String, GroupedLine, CustomerEvent> {
  private static final long serialVersionUID = 1;

  private final SelectedEvents selected;
  private final LongCounter events = new LongCounter();
  private transient ListState<GroupedLine> lines;

  MergeLines(Selection selection) {
    this.selected = new SelectedEvents(selection);
  }

  @Override
  public void open(OpenContext context) {
    lines =
        getRuntimeContext()
            .getListState(new ListStateDescriptor<>("lines", HistoryTypes.LineSerializer.INSTANCE));
    selected.open(getRuntimeContext());
    getRuntimeContext().addAccumulator(InputCount.EVENTS.id(), events);
  }

  @Override
  public void processElement(GroupedLine line, Context context, Collector<CustomerEvent> out)
      throws Exception {
    lines.add(line);
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<CustomerEvent> out)
      throws Exception {
    List<GroupedLine> group = new ArrayList<>();
    lines.get().forEach(group::add);
    events.add(1);
    CustomerEvent event = HistoryReader.merge(group);
    if (selected.takes(event)) {
      out.collect(event);
    }
    lines.clear();
  }
}
