package dev.wend.benchmark.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How many times as much one has as another, told round by round: a shared machine is not the same for long. */
final class Ratios {
  private Ratios() {}

  /** The middle one, and with more than one round the least and the most. */
  static <T> String text(List<T> some, List<T> others, ToDoubleFunction<T> figure) {
    List<Double> ratios =
        IntStream.range(0, some.size())
            .mapToObj(round -> ratio(some.get(round), others.get(round), figure))
            .sorted()
            .toList();
    String middle = MarkdownTable.number(Median.of(ratios, Double::doubleValue));
    return ratios.size() == 1
        ? middle
        : middle
            + " (%s to %s)"
                .formatted(
                    MarkdownTable.number(ratios.get(0)),
                    MarkdownTable.number(ratios.get(ratios.size() - 1)));
  }

  private static <T> double ratio(T some, T other, ToDoubleFunction<T> figure) {
    return figure.applyAsDouble(some) / figure.applyAsDouble(other);
  }
}
