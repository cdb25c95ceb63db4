package dev.wend.job.nfa;

import dev.wend.compile.PatternInput;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.nfa.sharedbuffer.EventId;
import org.apache.flink.cep.nfa.sharedbuffer.Lockable;
import org.apache.flink.cep.nfa.sharedbuffer.NodeId;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBuffer;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferAccessor;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferNode;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.configuration.Configuration;

/** Flink's NFA as Flink drives it: one shared buffer for one run, never swapped and never saved. */
final class BareNfa {
  private final Map<String, Map<Object, Object>> maps = new LinkedHashMap<>();
  private final SharedBuffer<PatternInput> buffer =
      new SharedBuffer<>(store(maps), PatternInputSerializer.INSTANCE);
  private final AfterMatchSkipStrategy skipStrategy;
  private NFA<PatternInput> nfa;
  private final NFAState state;

  BareNfa(Pattern<PatternInput, ?> pattern) throws Exception {
    this(pattern, true);
  }

  BareNfa(Pattern<PatternInput, ?> pattern, boolean timeoutHandling) throws Exception {
    buffer.releaseCacheStatisticsTimer();
    skipStrategy = pattern.getAfterMatchSkipStrategy();
    nfa = compile(pattern, timeoutHandling);
    state = nfa.createInitialNFAState();
  }

  /** A store of plain hash maps, which puts them into {@code maps} by name when asked for them. */
  static KeyedStateStore store(Map<String, Map<Object, Object>> maps) {
    return (KeyedStateStore)
        Proxy.newProxyInstance(
            BareNfa.class.getClassLoader(),
            new Class<?>[] {KeyedStateStore.class},
            (proxy, method, arguments) -> {
              SwappableMapState<Object, Object> map = new SwappableMapState<>();
              map.use(
                  maps.computeIfAbsent(
                      ((MapStateDescriptor<?, ?>) arguments[0]).getName(),
                      name -> new HashMap<>()));
              return map;
            });
  }

  /** Goes on with another pattern, as an operator does that was restored with a changed one. */
  void changeTo(Pattern<PatternInput, ?> pattern) throws Exception {
    nfa = compile(pattern, true);
  }

  Collection<Map<String, List<PatternInput>>> process(PatternInput input, long timestamp)
      throws Exception {
    SharedBufferAccessor<PatternInput> accessor = buffer.getAccessor();
    Collection<Map<String, List<PatternInput>>> matches =
        nfa.process(accessor, state, input, timestamp, skipStrategy, NoRuntime.CLOCK);
    accessor.close();
    return matches;
  }

  Tuple2<
          Collection<Map<String, List<PatternInput>>>,
          Collection<Tuple2<Map<String, List<PatternInput>>, Long>>>
      advanceTime(long timestamp) throws Exception {
    SharedBufferAccessor<PatternInput> accessor = buffer.getAccessor();
    var ended = nfa.advanceTime(accessor, state, timestamp, skipStrategy);
    accessor.close();
    return ended;
  }

  /** How many matches there are when time passes up to {@code timestamp} and {@code input} comes then. */
  int matches(PatternInput input, long timestamp) throws Exception {
    return advanceTime(timestamp).f0.size() + process(input, timestamp).size();
  }

  NFAState state() {
    return state;
  }

  /** What the shared buffer holds, in the form in which a run keeps it. */
  @SuppressWarnings("unchecked")
  RunMemory memory() {
    RunMemory memory = new RunMemory();
    maps.get("sharedBuffer-events")
        .forEach((id, event) -> memory.events.put((EventId) id, (Lockable<PatternInput>) event));
    maps.get("sharedBuffer-entries-with-lockable-edges")
        .forEach(
            (id, entry) -> memory.entries.put((NodeId) id, (Lockable<SharedBufferNode>) entry));
    maps.get("sharedBuffer-events-count")
        .forEach((time, count) -> memory.counts.put((Long) time, (Integer) count));
    return memory;
  }

  private static NFA<PatternInput> compile(
      Pattern<PatternInput, ?> pattern, boolean timeoutHandling) throws Exception {
    NFA<PatternInput> compiled = NFACompiler.compileFactory(pattern, timeoutHandling).createNFA();
    compiled.open(NoRuntime.context(), new Configuration());
    return compiled;
  }
}
