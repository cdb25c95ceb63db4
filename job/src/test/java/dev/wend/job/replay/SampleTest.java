package dev.wend.job.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
  private static final List<String> CUSTOMERS =
      IntStream.range(0, 100_000).mapToObj(number -> "c" + number).toList();

  @Test
  void aSmallerShareIsPartOfALargerOne() {
    List<String> smaller = List.of();
    for (String share : List.of("0.1%", "1%", "2 %", "12.5%", "50%", "100%")) {
      List<String> sample = CUSTOMERS.stream().filter(Sample.of(share)::has).toList();

      assertThat(new HashSet<>(sample).containsAll(smaller)).as(share).isTrue();
      assertThat((double) sample.size() / CUSTOMERS.size())
          .isCloseTo(Double.parseDouble(share.replaceAll(" ?%", "")) / 100, within(0.005));
      smaller = sample;
    }
    assertThat(smaller).isEqualTo(CUSTOMERS);
  }

  @Test
  void theSameCustomersAreInItForEver() {
    assertThat(CUSTOMERS.stream().filter(Sample.of("0.01%")::has))
        .containsExactly("c44204", "c76117", "c77279", "c84410", "c94970");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "0%", "0.0%", "101%", "100.1%", "-1%", "1e1%", "a%", "%"})
  void whatIsNoShareIsRefused(String text) {
    assertThatThrownBy(() -> Sample.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected ");
  }
}
