package dev.wend.job.operator;

import dev.wend.event.TraceKind;
import dev.wend.job.state.VersionedSerializer;
import dev.wend.job.state.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;

/**
 * How many instances of each scenario are in flight, counted by what is written of them. After a job was rescaled the share of
 * a subtask says nothing by itself, it may be negative; the sum of all subtasks is right.
 */
final class ActiveInstances {
  private final ListState<Share> kept;
  private final Map<String, Counter> active = new HashMap<>();

  /** The part of one subtask. */
  record Share(String scenarioId, long active) {}

  /** Takes over what was kept, in equal parts whatever the parallelism. */
  ActiveInstances(OperatorStateStore store) throws Exception {
    kept = store.getListState(new ListStateDescriptor<>("active-instances", Serializer.INSTANCE));
    for (Share share : kept.get()) {
      of(share.scenarioId()).inc(share.active());
    }
  }

  /** The share of a scenario. */
  Counter of(String scenarioId) {
    return active.computeIfAbsent(scenarioId, id -> new SimpleCounter());
  }

  /** The scenarios of which there is a share. */
  Set<String> scenarios() {
    return active.keySet();
  }

  /** By how much a record of the trace changes the number of instances in flight. */
  static int change(TraceKind kind) {
    return switch (kind) {
      case ENTERED -> 1;
      case RESTARTED, EXITED, EXPIRED, CONDITION_NOT_MET, FINISHED -> -1;
      case ENTRY_IGNORED, ENTRY_LIMITED, DECIDED, ACTION, SUPPRESSED, ERASED -> 0;
    };
  }

  void keep() throws Exception {
    List<Share> shares = new ArrayList<>();
    active.forEach(
        (id, count) -> {
          if (count.getCount() != 0) {
            shares.add(new Share(id, count.getCount()));
          }
        });
    kept.update(shares);
  }

  /** Shares in operator state. */
  static final class Serializer extends VersionedSerializer<Share> {
    static final Serializer INSTANCE = new Serializer();

    @Override
    protected int version() {
      return 1;
    }

    @Override
    protected void write(Share share, DataOutputView out) throws IOException {
      Wire.writeText(share.scenarioId(), out);
      Wire.writeNumber(share.active(), out);
    }

    @Override
    protected Share read(int version, DataInputView in) throws IOException {
      return new Share(Wire.readText(in), Wire.readNumber(in));
    }

    @Override
    public TypeSerializerSnapshot<Share> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Share> {
    public Snapshot() {
      super(() -> Serializer.INSTANCE);
    }
  }
}
