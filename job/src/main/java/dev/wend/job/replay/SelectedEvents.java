package dev.wend.job.replay;

import dev.wend.event.CustomerEvent;
import java.io.Serializable;
import java.util.Optional;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;

/** Applies a selection in a task and counts what it leaves out, by criterion. */
final class SelectedEvents implements Serializable {
  private static final long serialVersionUID = 1;

  private final Selection selection;
  private transient LongCounter[] refused;

  SelectedEvents(Selection selection) {
    this.selection = selection;
  }

  void open(RuntimeContext context) {
    refused = new LongCounter[selection.criteria().size()];
    for (int index = 0; index < refused.length; index++) {
      refused[index] = new LongCounter();
      context.addAccumulator(selection.criteria().get(index).count(), refused[index]);
    }
  }

  /** Whether the event is replayed. */
  boolean takes(CustomerEvent event) {
    Optional<Selection.Criterion> refusal = selection.refusal(event);
    refusal.ifPresent(criterion -> refused[selection.criteria().indexOf(criterion)].add(1));
    return refusal.isEmpty();
  }
}
