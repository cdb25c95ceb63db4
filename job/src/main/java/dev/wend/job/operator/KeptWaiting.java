package dev.wend.job.operator;

import dev.wend.event.CustomerEvent;
import dev.wend.job.operator.WaitingRoom.Waiting;
import dev.wend.job.state.CustomerEventSerializer;
import dev.wend.job.state.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.CheckpointType;
import org.apache.flink.runtime.state.AbstractKeyedStateBackend;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyGroupStatePartitionStreamProvider;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.util.function.ThrowingConsumer;

/** The waiting room in checkpoints: raw keyed state, so that each event goes with the key group of its customer. */
final class KeptWaiting {
  private static final int VERSION = 1;
  private static final int BUFFER = 1 << 16;

  private KeptWaiting() {}

  /**
   * Refuses a backend whose timers would be raw keyed state, of which an operator has but one.
   *
   * @throws IllegalStateException if it is such a one
   */
  static void refuseTimersOnHeap(KeyedStateBackend<?> backend) {
    if (backend instanceof AbstractKeyedStateBackend<?> own
        && own.requiresLegacySynchronousTimerSnapshots(CheckpointType.CHECKPOINT)) {
      throw new IllegalStateException(
          "state.backend.rocksdb.timer-service.factory: HEAP is not supported; leave it out, timers are kept in RocksDB then");
    }
  }

  /** Writes all that waits. */
  static void write(WaitingRoom room, StateSnapshotContext context, int maxParallelism)
      throws Exception {
    SortedMap<Integer, List<Waiting>> groups = new TreeMap<>();
    room.customers()
        .forEach(
            waiting ->
                groups
                    .computeIfAbsent(group(waiting, maxParallelism), none -> new ArrayList<>())
                    .add(waiting));
    if (groups.isEmpty()) {
      return;
    }
    var stream = context.getRawKeyedOperatorStateOutput();
    DataOutputSerializer out = new DataOutputSerializer(BUFFER);
    for (var group : groups.entrySet()) {
      out.clear();
      write(group.getValue(), out);
      stream.startNewKeyGroup(group.getKey());
      stream.write(out.getSharedBuffer(), 0, out.length());
    }
  }

  private static int group(Waiting waiting, int maxParallelism) {
    return KeyGroupRangeAssignment.assignToKeyGroup(waiting.customerId(), maxParallelism);
  }

  private static void write(List<Waiting> group, DataOutputSerializer out) throws IOException {
    out.writeByte(VERSION);
    Wire.writeNumber(group.stream().mapToInt(waiting -> waiting.events().size()).sum(), out);
    for (Waiting waiting : group) {
      for (CustomerEvent event : waiting.events().remaining()) {
        CustomerEventSerializer.INSTANCE.serialize(event, out);
      }
    }
  }

  /**
   * Reads all that waited in the key groups that are here now.
   *
   * @throws IOException if something else was written, such as timers by a job that kept them on the heap
   */
  static void read(
      StateInitializationContext context, ThrowingConsumer<CustomerEvent, Exception> reader)
      throws Exception {
    for (KeyGroupStatePartitionStreamProvider group : context.getRawKeyedStateInputs()) {
      DataInputView in = new DataInputViewStreamWrapper(group.getStream());
      int version = in.readUnsignedByte();
      if (version != VERSION) {
        throw new IOException(
            "waiting events are read in version "
                + VERSION
                + ", found version "
                + version
                + ": state of a newer release, or timers on the heap (state.backend.rocksdb.timer-service.factory), which a"
                + " savepoint in canonical format carries over");
      }
      for (long left = Wire.readNumber(in); left > 0; left--) {
        reader.accept(CustomerEventSerializer.INSTANCE.deserialize(in));
      }
    }
  }
}
