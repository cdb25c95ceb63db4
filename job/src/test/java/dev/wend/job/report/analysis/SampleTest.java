package dev.wend.job.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    assertThat(drawn(5_000, ALL)).hasSameElementsAs(ALL);
    assertThat(drawn(0, ALL)).isEmpty();
  }

  @Test
  void ofSeveralEachHasItsPartAndNoPlaceStaysEmpty() {
    List<String> few = ALL.subList(0, 3);
    List<String> many = ALL.subList(100, 300);
    List<Sample> samples =
        List.of(sample(20, few), sample(20, many), sample(20, ALL.subList(0, 2)));

    assertThat(Sample.evenly(samples, 20))
        .hasSize(20)
        .containsAll(few)
        .containsAll(drawn(10, many));
    assertThat(Sample.evenly(samples, 1_000)).hasSize(23);
    assertThat(Sample.evenly(samples, 2)).hasSize(2).contains(drawn(1, many).get(0));
    assertThat(Sample.evenly(samples, 0)).isEmpty();
  }

  private static List<String> drawn(int size, List<String> customers) {
    return sample(size, customers).customers();
  }

  private static Sample sample(int size, List<String> customers) {
    Sample sample = new Sample(size);
    customers.forEach(customer -> sample.offer(customer, Sample.hash(customer)));
    return sample;
  }
}
