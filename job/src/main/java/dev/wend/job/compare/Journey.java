package dev.wend.job.compare;

import dev.wend.compile.NodeEdge;
import dev.wend.event.TraceKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An instance, a refused entry, or an erasure, as one side tells of it. */
final class Journey {
  private static final Set<TraceKind> OPEN =
      EnumSet.of(TraceKind.ENTERED, TraceKind.DECIDED, TraceKind.ACTION, TraceKind.SUPPRESSED);

  private final Key key;
  private final int number;
  private final List<Step> steps = new ArrayList<>();
  private Optional<Waiting> waiting = Optional.empty();
  private List<NodeEdge> edges = List.of();

  /**
   * By what journeys of the two sides are the same one: the entry. One by an action of a journey is the same one whenever that
   * action is done.
   *
   * @param scenario the name of the pair; empty for an erasure
   * @param origin when the customer entered, epoch milliseconds; for an entry by an action, the origin of its journey
   * @param cause the name of what let the customer in
   * @param occurrence counts from 0 among those that are equal in all else
   */
  record Key(String scenario, long origin, String cause, int occurrence) {
    Key next() {
      return new Key(scenario, origin, cause, occurrence + 1);
    }
  }

  /**
   * Where an instance stands when the clock ends.
   *
   * @param since epoch milliseconds
   */
  record Waiting(String node, long since) {}

  /** A journey, the {@code number}th of its customer in order of appearance, from 1. */
  Journey(Key key, int number) {
    this.key = key;
    this.number = number;
  }

  Key key() {
    return key;
  }

  int number() {
    return number;
  }

  /** At least one. */
  List<Step> steps() {
    return steps;
  }

  /** The entry. */
  Step first() {
    return steps.get(0);
  }

  Optional<Waiting> waiting() {
    return waiting;
  }

  void waitsAt(Waiting where) {
    waiting = Optional.of(where);
  }

  /** The edges that it went along, in their order. */
  List<NodeEdge> edges() {
    return edges;
  }

  void went(List<NodeEdge> way) {
    edges = way;
  }

  /** Whether no step ends it; then it waits, or its customer was erased. */
  boolean isOpen() {
    return OPEN.contains(steps.get(steps.size() - 1).kind());
  }
}
