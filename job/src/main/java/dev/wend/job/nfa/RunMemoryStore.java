package dev.wend.job.nfa;

import dev.wend.compile.PatternInput;
import java.lang.reflect.Proxy;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.cep.nfa.sharedbuffer.EventId;
import org.apache.flink.cep.nfa.sharedbuffer.Lockable;
import org.apache.flink.cep.nfa.sharedbuffer.NodeId;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferNode;

/** The state that a shared buffer asks for: three maps, all of the run in use. */
final class RunMemoryStore {
  private final SwappableMapState<EventId, Lockable<PatternInput>> events =
      new SwappableMapState<>();
  private final SwappableMapState<NodeId, Lockable<SharedBufferNode>> entries =
      new SwappableMapState<>();
  private final SwappableMapState<Long, Integer> counts = new SwappableMapState<>();

  void use(RunMemory memory) {
    events.use(memory.events);
    entries.use(memory.entries);
    counts.use(memory.counts);
  }

  KeyedStateStore asKeyedStateStore() {
    return (KeyedStateStore)
        Proxy.newProxyInstance(
            RunMemoryStore.class.getClassLoader(),
            new Class<?>[] {KeyedStateStore.class},
            (proxy, method, arguments) -> {
              if (arguments != null
                  && arguments[0] instanceof MapStateDescriptor<?, ?> descriptor) {
                return stateNamed(descriptor.getName());
              }
              throw new IllegalStateException(
                  "a shared buffer is given map states only: " + method);
            });
  }

  private SwappableMapState<?, ?> stateNamed(String name) {
    return switch (name) {
      case "sharedBuffer-events" -> events;
      case "sharedBuffer-entries-with-lockable-edges" -> entries;
      case "sharedBuffer-events-count" -> counts;
      default -> throw new IllegalStateException("a shared buffer has no state named " + name);
    };
  }
}
