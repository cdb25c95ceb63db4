package dev.wend.job.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static final List<String> ALL =
      IntStream.range(0, 1_000).mapToObj(number -> "c" + number).toList();

  @Test
  void isTheSameInWhateverOrderAndHoweverOften() {
    List<String> backwards = new ArrayList<>(ALL);
    Collections.reverse(backwards);
    backwards.addAll(ALL);

    assertThat(drawn(10, backwards)).isEqualTo(drawn(10, ALL)).hasSize(10);
  }

  @Test
  void aLargerOneHoldsTheSmallerOne() {
    assertThat(drawn(50, ALL)).containsAll(drawn(20, ALL));
  }

  @Test
  void takesAllWhereThereAreFew() {
    assertThat(drawn(5_000, ALL)).isEqualTo(ALL.stream().collect(Collectors.toSet()));
    assertThat(drawn(0, ALL)).isEmpty();
  }

  private static Set<String> drawn(int size, List<String> customers) {
    Sample sample = new Sample(size);
    customers.forEach(customer -> sample.offer(customer, Sample.hash(customer)));
    return sample.customers();
  }
}
