package dev.wend.job.operator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeutils.base.LongSerializer;

/**
 * By which {@code profileRetention} the timers of customers were set. Where a job goes on with another one, those who never
 * have an event again must be visited once, or they would not be forgotten.
 */
final class KeptRetention {
  private static final long UNTOLD = Long.MAX_VALUE;

  private final ListState<Long> kept;
  private final long retention;
  private final boolean changed;

  KeptRetention(OperatorStateStore store, boolean restored, Duration retention) throws Exception {
    kept =
        store.getUnionListState(
            new ListStateDescriptor<>("profile-retention", LongSerializer.INSTANCE));
    this.retention = retention.toMillis();
    List<Long> before = new ArrayList<>();
    kept.get().forEach(before::add);
    boolean same = !before.isEmpty() && before.stream().allMatch(value -> value == this.retention);
    changed = restored && this.retention != UNTOLD && !same;
  }

  /** Whether customers are to be visited. */
  boolean isChanged() {
    return changed;
  }

  /** Notes the retention if all customers have been visited. */
  void keep(boolean told) throws Exception {
    kept.update(List.of(told ? retention : UNTOLD));
  }
}
