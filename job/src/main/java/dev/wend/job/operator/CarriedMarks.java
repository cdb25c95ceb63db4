package dev.wend.job.operator;

import dev.wend.job.state.VersionedSerializer;
import dev.wend.job.state.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * The watermark up to which each key group was carried. Flink keeps no watermark in a checkpoint; without this mark an event
 * that comes late after a restart would move an instance back in time.
 */
final class CarriedMarks {
  private final KeyGroupRange range;
  private final int maxParallelism;
  private final long[] marks;
  private boolean uniform = true;

  /** A mark of neighbouring key groups. */
  record Mark(int firstKeyGroup, int lastKeyGroup, long timestamp) {}

  CarriedMarks(KeyGroupRange range, int maxParallelism) {
    this.range = range;
    this.maxParallelism = maxParallelism;
    this.marks = new long[range.getNumberOfKeyGroups()];
    Arrays.fill(marks, Long.MIN_VALUE);
  }

  /** The mark of a customer among {@code marks}; {@link Long#MIN_VALUE} where there is none. */
  static long of(List<Mark> marks, String customerId, int maxParallelism) {
    int group = KeyGroupRangeAssignment.assignToKeyGroup(customerId, maxParallelism);
    return marks.stream()
        .filter(mark -> mark.firstKeyGroup() <= group && group <= mark.lastKeyGroup())
        .mapToLong(Mark::timestamp)
        .max()
        .orElse(Long.MIN_VALUE);
  }

  /** Takes over what any subtask kept of the key groups that are here now. */
  void restore(Iterable<Mark> kept) {
    uniform = false;
    for (Mark mark : kept) {
      for (int group = mark.firstKeyGroup(); group <= mark.lastKeyGroup(); group++) {
        if (range.contains(group)) {
          raise(group - range.getStartKeyGroup(), mark.timestamp());
        }
      }
    }
  }

  /** All key groups here are carried to {@code timestamp}, if they were not further already. */
  void raiseAll(long timestamp) {
    uniform |= timestamp >= furthest();
    for (int index = 0; index < marks.length; index++) {
      raise(index, timestamp);
    }
  }

  /** Whether an event of that customer and time comes too late. */
  boolean isPassed(String customerId, long timestamp) {
    return timestamp <= of(customerId);
  }

  /** Up to where a customer of this subtask was carried, epoch milliseconds. */
  long of(String customerId) {
    if (uniform) {
      return marks[0];
    }
    int group = KeyGroupRangeAssignment.assignToKeyGroup(customerId, maxParallelism);
    return marks[group - range.getStartKeyGroup()];
  }

  /** The mark of the key group that was carried furthest. */
  long furthest() {
    return Arrays.stream(marks).max().orElse(Long.MIN_VALUE);
  }

  /** What is to be kept: neighbours with the same mark together. */
  List<Mark> toKeep() {
    List<Mark> kept = new ArrayList<>();
    int first = 0;
    for (int index = 1; index <= marks.length; index++) {
      if (index == marks.length || marks[index] != marks[first]) {
        int start = range.getStartKeyGroup();
        kept.add(new Mark(start + first, start + index - 1, marks[first]));
        first = index;
      }
    }
    return kept;
  }

  private void raise(int index, long timestamp) {
    marks[index] = Math.max(marks[index], timestamp);
  }

  /** Marks in operator state. */
  static final class Serializer extends VersionedSerializer<Mark> {
    static final Serializer INSTANCE = new Serializer();

    @Override
    protected int version() {
      return 1;
    }

    @Override
    protected void write(Mark mark, DataOutputView out) throws IOException {
      Wire.writeNumber(mark.firstKeyGroup(), out);
      Wire.writeNumber(mark.lastKeyGroup(), out);
      Wire.writeNumber(mark.timestamp(), out);
    }

    @Override
    protected Mark read(int version, DataInputView in) throws IOException {
      return new Mark((int) Wire.readNumber(in), (int) Wire.readNumber(in), Wire.readNumber(in));
    }

    @Override
    public TypeSerializerSnapshot<Mark> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Mark> {
    public Snapshot() {
      super(() -> Serializer.INSTANCE);
    }
  }
}
