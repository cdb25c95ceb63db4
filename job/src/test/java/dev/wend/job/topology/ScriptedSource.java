package dev.wend.job.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Hands on what a test appends to partitions in this process, in their order, as a topic would. The watermark is just below
 * the newest record of that partition of a reader which is behind all others.
 */
final class ScriptedSource<T> implements Source<T, ScriptedPart, List<ScriptedPart>> {
  private static final long serialVersionUID = 1;
  private static final Map<String, List<List<Object>>> TOPICS = new ConcurrentHashMap<>();
  private static final Map<String, AtomicInteger> FAILURES = new ConcurrentHashMap<>();

  private final String topic;
  private final SerializableFunction<T, Long> timestamp;

  private ScriptedSource(String topic, SerializableFunction<T, Long> timestamp) {
    this.topic = topic;
    this.timestamp = timestamp;
  }

  /** Makes an empty topic, and a source that reads it. */
  static <T> ScriptedSource<T> of(
      String topic, int partitions, SerializableFunction<T, Long> timestamp) {
    List<List<Object>> empty = new ArrayList<>();
    for (int partition = 0; partition < partitions; partition++) {
      empty.add(new CopyOnWriteArrayList<>());
    }
    TOPICS.put(topic, List.copyOf(empty));
    FAILURES.put(topic, new AtomicInteger());
    return new ScriptedSource<>(topic, timestamp);
  }

  void append(int partition, T element) {
    TOPICS.get(topic).get(partition).add(element);
  }

  /** Makes the next reader that looks for records fail. */
  void fail() {
    FAILURES.get(topic).incrementAndGet();
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<T, ScriptedPart> createReader(SourceReaderContext context) {
    return new Reader();
  }

  @Override
  public SplitEnumerator<ScriptedPart, List<ScriptedPart>> createEnumerator(
      SplitEnumeratorContext<ScriptedPart> context) {
    List<ScriptedPart> all = new ArrayList<>();
    for (int partition = 0; partition < TOPICS.get(topic).size(); partition++) {
      all.add(new ScriptedPart(partition, 0));
    }
    return new ScriptedParts(context, all);
  }

  @Override
  public SplitEnumerator<ScriptedPart, List<ScriptedPart>> restoreEnumerator(
      SplitEnumeratorContext<ScriptedPart> context, List<ScriptedPart> left) {
    return new ScriptedParts(context, left);
  }

  @Override
  public SimpleVersionedSerializer<ScriptedPart> getSplitSerializer() {
    return new ScriptedPart.Serializer();
  }

  @Override
  public SimpleVersionedSerializer<List<ScriptedPart>> getEnumeratorCheckpointSerializer() {
    return new ScriptedPart.ListSerializer();
  }

  private final class Reader implements SourceReader<T, ScriptedPart> {
    private final List<ScriptedPart> parts = new ArrayList<>();
    private final Map<Integer, Long> newest = new HashMap<>();
    private long watermark = Long.MIN_VALUE;

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<T> output) throws InterruptedException {
      if (FAILURES.get(topic).getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new IllegalStateException("a task that is made to fail");
      }
      for (int index = 0; index < parts.size(); index++) {
        ScriptedPart part = parts.get(index);
        List<Object> records = TOPICS.get(topic).get(part.partition());
        if (part.next() < records.size()) {
          emit(part, records.get(part.next()), output);
          parts.set(index, new ScriptedPart(part.partition(), part.next() + 1));
          return InputStatus.MORE_AVAILABLE;
        }
      }
      if (parts.isEmpty()) {
        output.markIdle();
      }
      Thread.sleep(1);
      return InputStatus.MORE_AVAILABLE;
    }

    @SuppressWarnings("unchecked") // only records of the type were appended
    private void emit(ScriptedPart part, Object element, ReaderOutput<T> output) {
      T typed = (T) element;
      long time = timestamp.apply(typed);
      output.markActive();
      output.collect(typed, time);
      newest.merge(part.partition(), time, Math::max);
      long behind = Collections.min(newest.values()) - 1;
      if (newest.size() == parts.size() && behind > watermark) {
        watermark = behind;
        output.emitWatermark(new Watermark(watermark));
      }
    }

    @Override
    public List<ScriptedPart> snapshotState(long checkpoint) {
      return List.copyOf(parts);
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void addSplits(List<ScriptedPart> added) {
      parts.addAll(added);
    }

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
  }
}
