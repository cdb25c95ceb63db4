package dev.wend.job.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.compile.CompiledScenario;
import dev.wend.job.sequence.FlinkOperator.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** As many random patterns as {@code wend.patterns} says, from {@code wend.seed}. */
class PatternMatchersAgainstFlinkTest {
  private static final int PATTERNS = Integer.getInteger("wend.patterns", 2_500);
  private static final int EVENTS = 16;

  private final long seed = Long.getLong("wend.seed", 20_261_122L);
  private final Random random = new Random(seed);
  private int matches;

  @Test
  void aTriggerEntersWhenFlinkFindsAMatch() throws Exception {
    System.out.println("wend.seed=" + seed);
    int refused = 0;
    int cut = 0;
    int heldBack = 0;
    for (int round = 0; round < PATTERNS; round++) {
      RandomSequence sequence = RandomSequence.draw(random);
      Optional<CompiledScenario> scenario = Engine.withTrigger(sequence);
      while (scenario.isEmpty()) {
        refused++;
        sequence = RandomSequence.draw(random);
        scenario = Engine.withTrigger(sequence);
      }
      List<Letter> letters = Letter.draw(random, EVENTS);
      Set<Found> expected =
          FlinkOperator.find(sequence, FlinkOperator.ofTrigger(sequence), letters);
      Engine engine = Engine.run(scenario.get(), letters, random);
      if (engine.gaveUp()) {
        cut++;
        continue;
      }
      List<Found> entered = engine.entries();
      String what = String.format("%s of wend.seed=%d over %s", sequence, seed, letters);
      if (!entered.equals(List.copyOf(expected)) && !sequence.skip().equals("none")) {
        heldBack++;
        assertThat(times(entered)).as(what).containsExactlyElementsOf(times(expected));
      } else {
        assertThat(entered).as(what).containsExactlyElementsOf(expected);
      }
      matches += expected.size();
    }
    System.out.printf(
        "%d patterns, %d entries, %d refused, %d beyond 100 partial matches, %d held back%n",
        PATTERNS, matches, refused, cut, heldBack);
    assertThat(cut).isLessThan(PATTERNS / 20);
    assertThat(heldBack).isLessThan(PATTERNS / 50);
    assertThat(matches).isGreaterThan(PATTERNS);
  }

  @Test
  void aConditionIsAnsweredByTheFirstMatchThatFlinkFindsInItsWindow() throws Exception {
    System.out.println("wend.seed=" + seed);
    for (int round = 0; round < PATTERNS; round++) {
      RandomSequence sequence = RandomSequence.draw(random);
      Optional<CompiledScenario> scenario = Optional.empty();
      while (scenario.isEmpty()) {
        sequence = RandomSequence.draw(random);
        if (!sequence.beginsWithNot() && !sequence.endsWithNot()) {
          scenario = Engine.withCondition(sequence);
        }
      }
      List<Letter> letters = Letter.draw(random, EVENTS);
      List<Letter> entered = new ArrayList<>(letters);
      entered.add(0, new Letter(Letter.START, "go", "go"));
      assertThat(Engine.run(scenario.get(), entered, random).decisions())
          .as("%s of wend.seed=%d over %s", sequence, seed, letters)
          .containsExactly(answer(sequence, letters));
    }
    System.out.printf("%d patterns, %d yes%n", PATTERNS, matches);
    assertThat(matches).isBetween(PATTERNS / 4, PATTERNS);
  }

  /**
   * A skip strategy may hold a match back until an earlier partial one is decided; then it is not told by which event or
   * time-out that was.
   */
  private static List<Long> times(Collection<Found> found) {
    return found.stream().map(Found::timestamp).distinct().toList();
  }

  private Found answer(RandomSequence sequence, List<Letter> letters) throws Exception {
    long end = Letter.START + sequence.window();
    Optional<Found> first =
        FlinkOperator.find(sequence, FlinkOperator.ofCondition(sequence), letters).stream()
            .filter(match -> match.timestamp() < end)
            .findFirst();
    matches += first.isPresent() ? 1 : 0;
    return first.orElse(new Found(end, Optional.empty()));
  }
}
