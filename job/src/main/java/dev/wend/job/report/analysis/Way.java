package dev.wend.job.report.analysis;

import dev.wend.event.TraceKind;
import java.util.OptionalLong;

/**
 * The way of one journey through its graph, derived from its trace records in their order.
 *
 * <p>Delays, sleeps and {@code wait-until} nodes write no record when a journey goes on from them, but only one edge leaves
 * each: so the nodes between two records are known, and so are the times, from what is known on either side.
 */
final class Way {
  private final NumberedGraph graph;
  private final Passages passages;
  private final long entered;
  private int node;
  private OptionalLong arrived;
  private boolean unsent;

  private Way(NumberedGraph graph, Passages passages, int trigger, long time) {
    this.graph = graph;
    this.passages = passages;
    entered = time;
    node = trigger;
    arrived = OptionalLong.of(time);
  }

  /** A journey that entered at a trigger. */
  static Way entered(NumberedGraph graph, Passages passages, String trigger, long time) {
    int number = graph.number(trigger);
    Way way = new Way(graph, passages, number, time);
    passages.arrived(number);
    way.go(graph.onlyEdge(number), OptionalLong.of(time));
    return way;
  }

  /** Something was decided; without an edge for it the journey is about to end. */
  void decided(String nodeId, String decision, long time) {
    int at = graph.number(nodeId);
    come(at, graph.arrival(at, decision, time));
    graph.edge(at, decision).ifPresent(edge -> go(edge, OptionalLong.of(time)));
  }

  /** An action was done. */
  void acted(String nodeId, long time) {
    int at = graph.number(nodeId);
    come(at, OptionalLong.of(time));
    go(graph.onlyEdge(at), OptionalLong.of(time));
  }

  /** A message was not sent; whether the journey ends with that the next record tells. */
  void suppressed(String nodeId, long time) {
    come(graph.number(nodeId), OptionalLong.of(time));
    unsent = true;
  }

  /** The journey ended in a way that a record tells. */
  void ended(TraceKind kind, String nodeId, String ending, long time) {
    int at = graph.number(nodeId);
    if (unsent && at == node) {
      unsent = false;
    }
    OptionalLong known = kind == TraceKind.FINISHED ? OptionalLong.of(time) : OptionalLong.empty();
    come(at, known);
    passages.ended(at, ending, entered, time);
  }

  /** The journey was removed at that time, without a record of where it stood. */
  void removed(String ending, long time) {
    passUntil(time);
    passages.ended(node, ending, entered, time);
  }

  /** The clock ended. What is over at that very time has been passed. */
  void stands(long time) {
    passUntil(time);
    passages.waits(node);
  }

  private void passUntil(long time) {
    leaveUnsent();
    while (graph.isSilent(node)) {
      OptionalLong goesOn = graph.goesOn(node, arrived);
      if (goesOn.isEmpty() || goesOn.getAsLong() > time) {
        return;
      }
      go(graph.onlyEdge(node), goesOn);
    }
  }

  private void come(int target, OptionalLong arrival) {
    leaveUnsent();
    while (node != target) {
      if (!graph.isSilent(node)) {
        throw new IllegalArgumentException(
            "the trace is not one of this version of " + graph.scenario().id());
      }
      OptionalLong forward = graph.goesOn(node, arrived);
      go(graph.onlyEdge(node), forward.isPresent() ? forward : backward(target, arrival));
    }
    if (arrived.isEmpty()) {
      arrived = arrival;
    }
  }

  private void leaveUnsent() {
    if (unsent) {
      unsent = false;
      go(graph.onlyEdge(node), arrived);
    }
  }

  /** When the journey must have left this node, to be at {@code target} when it was. */
  private OptionalLong backward(int target, OptionalLong arrival) {
    if (arrival.isEmpty()) {
      return arrival;
    }
    long time = arrival.getAsLong();
    for (int next = next(node); next != target; next = next(next)) {
      if (graph.stay(next).isEmpty()) {
        return OptionalLong.empty();
      }
      time -= graph.stay(next).get().toMillis();
    }
    return OptionalLong.of(time);
  }

  private int next(int from) {
    return graph.edges().get(graph.onlyEdge(from)).to();
  }

  private void go(int edge, OptionalLong time) {
    boolean known = arrived.isPresent() && time.isPresent();
    passages.went(
        edge,
        known ? OptionalLong.of(time.getAsLong() - arrived.getAsLong()) : OptionalLong.empty());
    node = graph.edges().get(edge).to();
    arrived = time;
    passages.arrived(node);
  }
}
