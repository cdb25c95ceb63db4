package dev.wend.job.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Deals the partitions of a {@link ScriptedSource} out once all readers are there. */
final class ScriptedParts implements SplitEnumerator<ScriptedPart, List<ScriptedPart>> {
  private final SplitEnumeratorContext<ScriptedPart> context;
  private final List<ScriptedPart> left;

  ScriptedParts(SplitEnumeratorContext<ScriptedPart> context, List<ScriptedPart> left) {
    this.context = context;
    this.left = new ArrayList<>(left);
  }

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int subtask, String host) {}

  @Override
  public void addSplitsBack(List<ScriptedPart> splits, int subtask) {
    left.addAll(splits);
    deal();
  }

  @Override
  public void addReader(int subtask) {
    deal();
  }

  private void deal() {
    int readers = context.currentParallelism();
    if (context.registeredReaders().size() < readers) {
      return;
    }
    left.forEach(part -> context.assignSplit(part, part.partition() % readers));
    left.clear();
  }

  @Override
  public List<ScriptedPart> snapshotState(long checkpoint) {
    return List.copyOf(left);
  }

  @Override
  public void close() {}
}
