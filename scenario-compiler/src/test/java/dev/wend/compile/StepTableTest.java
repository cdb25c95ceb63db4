package dev.wend.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepTableTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 8, 9, 1_000})
  void hasEachStepInItsPlaceAndTheirOrder(int count) {
    List<Step> steps =
        IntStream.range(0, count)
            .mapToObj(number -> (Step) new Step.Finish("end-" + (count - number)))
            .toList();
    StepTable table = new StepTable(steps);

    assertThat(table).hasSize(count);
    assertThat(List.copyOf(table.values())).isEqualTo(steps);
    for (int number = 0; number < count; number++) {
      assertThat(table.get("end-" + (count - number))).isSameAs(steps.get(number));
    }
    assertThat(table.get("end-0")).isNull();
    assertThat(table.containsKey("end-0")).isFalse();
    assertThat(table.containsKey("end-1")).isEqualTo(count > 0);
  }

  /** Texts of the same hash, and those that fall behind the last place. */
  @ParameterizedTest
  @ValueSource(strings = {"AaAa AaBB BBAa BBBB", "a b c d e f g h i j k l m n o p q r s t u v w x"})
  void keepsApartWhatFallsOnOnePlace(String ids) {
    List<Step> steps =
        List.of(ids.split(" ", -1)).stream().map(id -> (Step) new Step.Finish(id)).toList();
    StepTable table = new StepTable(steps);

    assertThat(steps).allSatisfy(step -> assertThat(table.get(step.nodeId())).isSameAs(step));
  }
}
