package dev.wend.job.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;

/**
 * What the intake keeps in state. It is the same in all tasks, so that each keeps all of it: Flink completes no savepoint of a
 * stopping job in which only some tasks of a source have finished, where one of their operators has a union list.
 */
final class KeptIntake {
  private static final String FORMER_INTERESTS = "interests";

  private final BroadcastState<Integer, Interest> interests;
  private final BroadcastState<Integer, Long> taken;
  private final ListState<Long> seen;
  private final OperatorStateStore store;

  KeptIntake(OperatorStateStore store) throws Exception {
    this.store = store;
    interests =
        store.getBroadcastState(
            new MapStateDescriptor<>(
                "all-interests", IntSerializer.INSTANCE, Interest.Serializer.INSTANCE));
    taken =
        store.getBroadcastState(
            new MapStateDescriptor<>(
                "last-taken", IntSerializer.INSTANCE, LongSerializer.INSTANCE));
    seen = store.getListState(new ListStateDescriptor<>("last-seen", LongSerializer.INSTANCE));
  }

  /** What was kept, also by a former release; empty where nothing was. */
  List<Interest> interests() throws Exception {
    TreeMap<Integer, Interest> kept = new TreeMap<>();
    for (Map.Entry<Integer, Interest> entry : interests.immutableEntries()) {
      kept.put(entry.getKey(), entry.getValue());
    }
    return kept.isEmpty()
        ? former(FORMER_INTERESTS, Interest.Serializer.INSTANCE)
        : List.copyOf(kept.values());
  }

  /** The number of the last control that was taken, 0 before the first. */
  long taken() throws Exception {
    return Optional.ofNullable(taken.get(0)).orElse(0L);
  }

  /** The time of the newest event of the tasks whose share is here, epoch milliseconds; {@link Long#MIN_VALUE} for none. */
  long seen() throws Exception {
    long newest = Long.MIN_VALUE;
    for (long each : seen.get()) {
      newest = Math.max(newest, each);
    }
    for (long each : former("seen", LongSerializer.INSTANCE)) {
      newest = Math.max(newest, each);
    }
    return newest;
  }

  void keep(List<Interest> all, long lastTaken, long lastSeen) throws Exception {
    interests.clear();
    for (int index = 0; index < all.size(); index++) {
      interests.put(index, all.get(index));
    }
    taken.put(0, lastTaken);
    seen.update(List.of(lastSeen));
  }

  private <T> List<T> former(String name, TypeSerializer<T> serializer) throws Exception {
    List<T> kept = new ArrayList<>();
    if (store.getRegisteredStateNames().contains(name)) {
      ListState<T> former = store.getUnionListState(new ListStateDescriptor<>(name, serializer));
      former.get().forEach(kept::add);
      former.clear();
    }
    return kept;
  }
}
