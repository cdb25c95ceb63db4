package dev.wend.benchmark.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of several measurements. */
public final class Median {
  private Median() {}

  /** Of an even number the middle between two. */
  public static <T> double of(List<T> outcomes, ToDoubleFunction<T> figure) {
    double[] sorted = outcomes.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
