package dev.wend.job.replay;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.file.FilePart;
import dev.wend.connectors.history.HistoryReader;
import dev.wend.connectors.history.HistorySink;
import dev.wend.connectors.mapping.GroupedLine;
import dev.wend.event.CustomerEvent;
import dev.wend.job.operator.RecordTypes;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Reads files, or parts of large ones: events, lines of events that several lines make up, and dead letters. */
final class ReadHistory extends ProcessFunction<FilePart, CustomerEvent> {
  static final OutputTag<GroupedLine> LINES = new OutputTag<>("lines", HistoryTypes.LINE);
  static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", RecordTypes.DEAD_LETTER);

  private static final long serialVersionUID = 1;

  private final HistoryLayout layout;
  private final SelectedEvents selected;
  private final LongCounter bytesRead = new LongCounter();
  private final LongCounter events = new LongCounter();
  private final LongCounter deadLetters = new LongCounter();
  private transient HistoryReader reader;

  ReadHistory(HistoryLayout layout, Selection selection) {
    this.layout = layout;
    this.selected = new SelectedEvents(selection);
  }

  @Override
  public void open(OpenContext context) {
    reader = layout.reader();
    selected.open(getRuntimeContext());
    getRuntimeContext().addAccumulator(InputCount.BYTES.id(), bytesRead);
    getRuntimeContext().addAccumulator(InputCount.EVENTS.id(), events);
    getRuntimeContext().addAccumulator(InputCount.DEAD_LETTERS.id(), deadLetters);
  }

  @Override
  public void processElement(FilePart part, Context context, Collector<CustomerEvent> out) {
    reader.read(part, new Emitter(context, out));
  }

  private final class Emitter implements HistorySink {
    private final Context context;
    private final Collector<CustomerEvent> out;
    private long reported;

    Emitter(Context context, Collector<CustomerEvent> out) {
      this.context = context;
      this.out = out;
    }

    @Override
    public void event(CustomerEvent event) {
      events.add(1);
      if (selected.takes(event)) {
        out.collect(event);
      }
    }

    @Override
    public void line(GroupedLine line) {
      context.output(LINES, line);
    }

    @Override
    public void deadLetter(DeadLetter deadLetter) {
      deadLetters.add(1);
      context.output(DEAD_LETTERS, deadLetter);
    }

    @Override
    public void progress(long partBytesRead) {
      bytesRead.add(partBytesRead - reported);
      reported = partBytesRead;
    }
  }
}
