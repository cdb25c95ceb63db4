package dev.wend.job.operator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateInitializationContext;

/** What a subtask keeps beside its customers, in operator state. */
final class SubtaskState {
  private final CarriedMarks marks;
  private final DeployedScenarios scenarios;
  private final ActiveInstances active;
  private final KeptRetention retention;
  private final ListState<CarriedMarks.Mark> keptMarks;
  private final ListState<KeptScenarios> keptScenarios;

  /** Takes over what was kept, if anything was. */
  SubtaskState(
      StateInitializationContext context,
      TaskInfo task,
      ScenarioSource source,
      Duration profileRetention)
      throws Exception {
    OperatorStateStore store = context.getOperatorStateStore();
    keptMarks =
        store.getUnionListState(
            new ListStateDescriptor<>("carried-marks", CarriedMarks.Serializer.INSTANCE));
    marks = marksOf(task);
    marks.restore(keptMarks.get());
    keptScenarios =
        store.getUnionListState(
            new ListStateDescriptor<>("scenarios", KeptScenarios.Serializer.INSTANCE));
    scenarios = new DeployedScenarios(source);
    List<KeptScenarios> kept = new ArrayList<>();
    keptScenarios.get().forEach(kept::add);
    scenarios.restore(kept);
    active = new ActiveInstances(store);
    retention = new KeptRetention(store, context.isRestored(), profileRetention);
  }

  private static CarriedMarks marksOf(TaskInfo task) {
    int maxParallelism = task.getMaxNumberOfParallelSubtasks();
    return new CarriedMarks(
        KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(
            maxParallelism, task.getNumberOfParallelSubtasks(), task.getIndexOfThisSubtask()),
        maxParallelism);
  }

  CarriedMarks marks() {
    return marks;
  }

  DeployedScenarios scenarios() {
    return scenarios;
  }

  ActiveInstances active() {
    return active;
  }

  /** Whether customers are to be visited since they are forgotten at other times than before. */
  boolean isRetentionChanged() {
    return retention.isChanged();
  }

  /**
   * Keeps all of it.
   *
   * @param told whether all customers have been visited
   */
  void keep(boolean told) throws Exception {
    keptMarks.update(marks.toKeep());
    keptScenarios.update(List.of(scenarios.toKeep()));
    active.keep();
    retention.keep(told);
  }
}
