package dev.wend.job.replay;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.Decoded;
import dev.wend.connectors.history.HistoryReader;
import dev.wend.connectors.mapping.GroupedLine;
import dev.wend.event.CustomerEvent;
import java.nio.charset.StandardCharsets;
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

  private final HistoryLayout layout;
  private final LongCounter events = new LongCounter();
  private final LongCounter deadLetters = new LongCounter();
  private transient HistoryReader reader;
  private transient ListState<GroupedLine> lines;

  MergeLines(HistoryLayout layout) {
    this.layout = layout;
  }

  @Override
  public void open(OpenContext context) {
    reader = layout.reader();
    lines =
        getRuntimeContext()
            .getListState(new ListStateDescriptor<>("lines", HistoryTypes.LineSerializer.INSTANCE));
    getRuntimeContext().addAccumulator(InputCount.EVENTS.id(), events);
    getRuntimeContext().addAccumulator(InputCount.DEAD_LETTERS.id(), deadLetters);
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
    Decoded merged = reader.merge(group);
    if (merged instanceof Decoded.Event whole) {
      events.add(1);
      out.collect(whole.event());
    } else if (merged instanceof Decoded.Rejected rejected) {
      for (GroupedLine line : group) {
        deadLetters.add(1);
        context.output(ReadHistory.DEAD_LETTERS, deadLetter(line, rejected));
      }
    }
    lines.clear();
  }

  private static DeadLetter deadLetter(GroupedLine line, Decoded.Rejected rejected) {
    return DeadLetter.of(
        line.source(),
        line.position(),
        rejected.reason(),
        rejected.detail(),
        line.payload().getBytes(StandardCharsets.UTF_8));
  }
}
