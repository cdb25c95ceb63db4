package dev.wend.compile;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Steps by node id, in document order. An id and its step lie side by side in one array: where there are thousands of
 * scenarios, what is in the processor's cache is rarely that of the one whose turn it is.
 */
final class StepTable extends AbstractMap<String, Step> {
  private final List<Step> steps;
  private final Object[] places;
  private final int mask;

  /** A table of steps whose node ids differ. */
  StepTable(List<Step> steps) {
    this.steps = List.copyOf(steps);
    int size = Math.max(2, Integer.highestOneBit(Math.max(1, 2 * steps.size() - 1)) << 1);
    mask = size - 1;
    places = new Object[2 * size];
    for (Step step : steps) {
      int place = place(step.nodeId());
      places[2 * place] = step.nodeId();
      places[2 * place + 1] = step;
    }
  }

  @Override
  public Step get(Object nodeId) {
    return (Step) places[2 * place(nodeId) + 1];
  }

  @Override
  public boolean containsKey(Object nodeId) {
    return places[2 * place(nodeId)] != null;
  }

  /** Where the id is, or the free place where it would be. At least half of them are free. */
  private int place(Object nodeId) {
    int hash = nodeId.hashCode();
    int place = (hash ^ hash >>> 16) & mask;
    while (places[2 * place] != null && !places[2 * place].equals(nodeId)) {
      place = place + 1 & mask;
    }
    return place;
  }

  @Override
  public Set<Map.Entry<String, Step>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, Step>> iterator() {
        return steps.stream().map(step -> Map.entry(step.nodeId(), step)).iterator();
      }

      @Override
      public int size() {
        return steps.size();
      }
    };
  }
}
