package dev.wend.job.deployment;

import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.event.Utf8Order;
import dev.wend.job.operator.Progress;
import dev.wend.job.operator.Report;
import dev.wend.job.state.StatusRecordSerializer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ScheduledFuture;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Passes answers on, tells that a version runs, and from when on nothing is missed, once all tasks have taken it, and how far
 * the job is (SEMANTICS.md section 6, "Live"). A restored job tells once more what runs, as those who ask read what was told
 * of late. There is one of it in a job.
 */
public final class StatusBoard extends AbstractStreamOperator<StatusRecord>
    implements TwoInputStreamOperator<StatusRecord, Report, StatusRecord> {
  private static final long serialVersionUID = 1;

  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private transient SortedMap<String, StatusRecord> running;
  private transient ListState<Tally> kept;
  private transient ListState<Long> keptProgress;
  private transient long told;
  private transient ListState<StatusRecord> keptRunning;
  private transient Optional<ScheduledFuture<?>> begin;
  private transient CarriedMinimum carried;
  private transient Progress progress;

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    kept =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("tallies", Tally.Serializer.INSTANCE));
    keptProgress =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("progress", LongSerializer.INSTANCE));
    told = Long.MIN_VALUE;
    for (long watermark : keptProgress.get()) {
      told = watermark;
    }
    for (Tally tally : kept.get()) {
      tallies.put(tally.request(), tally);
    }
    running = new TreeMap<>(Utf8Order.INSTANCE);
    keptRunning =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("running", StatusRecordSerializer.INSTANCE));
    keptRunning.get().forEach(this::note);
  }

  @Override
  public void open() throws Exception {
    super.open();
    carried = new CarriedMinimum();
    progress = new Progress(getProcessingTimeService(), this::tellProgress);
    long now = getProcessingTimeService().getCurrentProcessingTime();
    List<StatusRecord> restored = List.copyOf(running.values());
    begin = Optional.of(getProcessingTimeService().registerTimer(now, time -> tellAgain(restored)));
  }

  private void tellAgain(List<StatusRecord> restored) {
    restored.stream().filter(this::isLast).forEach(this::emit);
  }

  private boolean isLast(StatusRecord status) {
    return status.equals(running.get(status.scenarioId().orElseThrow()));
  }

  @Override
  public void processElement1(StreamRecord<StatusRecord> element) {
    StatusRecord answer = element.getValue();
    emit(answer);
    if (answer.kind() == StatusKind.ACCEPTED) {
      change(answer.request().orElseThrow(), tally -> tally.accepted(answer));
    }
  }

  @Override
  public void processElement2(StreamRecord<Report> element) {
    if (element.getValue() instanceof Report.Taken taken) {
      change(taken.request(), tally -> tally.taken(taken));
    } else if (element.getValue() instanceof Report.Carried told) {
      carried.take(told);
      carried.watermark().ifPresent(progress::reach);
    }
  }

  /** After a restart tasks begin behind where they were. */
  private void tellProgress(long watermark) {
    if (watermark > told) {
      told = watermark;
      emit(StatusRecord.progress(watermark));
    }
  }

  private void change(String request, UnaryOperator<Tally> change) {
    Tally changed = change.apply(tallies.getOrDefault(request, Tally.of(request)));
    tallies.put(request, changed);
    changed
        .outcome()
        .ifPresent(
            outcome -> {
              tallies.remove(request);
              emit(outcome);
            });
  }

  private void note(StatusRecord status) {
    switch (status.kind()) {
      case RUNNING -> running.put(status.scenarioId().orElseThrow(), status);
      case STOPPED -> running.remove(status.scenarioId().orElseThrow());
      case ACCEPTED, UNCHANGED, REFUSED, PROGRESS -> {}
    }
  }

  private void emit(StatusRecord status) {
    note(status);
    output.collect(new StreamRecord<>(status));
  }

  @Override
  public void close() throws Exception {
    if (begin != null) {
      begin.ifPresent(timer -> timer.cancel(false));
    }
    if (progress != null) {
      progress.stop();
    }
    super.close();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    kept.update(List.copyOf(tallies.values()));
    keptProgress.update(told == Long.MIN_VALUE ? List.<Long>of() : List.of(told));
    keptRunning.update(List.copyOf(running.values()));
  }
}
