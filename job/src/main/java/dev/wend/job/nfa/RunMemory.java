package dev.wend.job.nfa;

import dev.wend.compile.PatternInput;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.cep.nfa.sharedbuffer.EventId;
import org.apache.flink.cep.nfa.sharedbuffer.Lockable;
import org.apache.flink.cep.nfa.sharedbuffer.NodeId;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferNode;

/** What Flink's shared buffer keeps of one run; sorted, so that equal contents are saved as equal bytes. */
final class RunMemory {
  private static final Comparator<NodeId> NODES =
      Comparator.comparing(NodeId::getEventId).thenComparing(NodeId::getPageName);

  final SortedMap<EventId, Lockable<PatternInput>> events = new TreeMap<>();
  final SortedMap<NodeId, Lockable<SharedBufferNode>> entries = new TreeMap<>(NODES);
  final SortedMap<Long, Integer> counts = new TreeMap<>();
}
