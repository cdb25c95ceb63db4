package dev.wend.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RatiosTest {
  @Test
  void eachRoundIsComparedWithItselfAlone() {
    assertThat(text(List.of(10.0, 4.0, 90.0), List.of(10.0, 8.0, 30.0)))
        .isEqualTo("1.00 (0.50 to 3.00)");
  }

  @Test
  void oneRoundHasNoOther() {
    assertThat(text(List.of(30.0), List.of(20.0))).isEqualTo("1.50");
  }

  private static String text(List<Double> some, List<Double> others) {
    return Ratios.text(some, others, Double::doubleValue);
  }
}
