package dev.wend.job.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.event.TraceKind;
import dev.wend.job.reference.Samples.Tried;
import dev.wend.scenario.ActionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The engine's timeline against the plain interpreter, on random scenarios and histories. {@code -Dwend.seeds=N} tries
 * that many, {@code -Dwend.seed=S} begins with another one.
 */
class TimelineAgainstReferenceTest {
  private static final Path REACHED = Path.of("src/test/resources/reference/reached.txt");
  private static final int SEEDS = Integer.getInteger("wend.seeds", 5_000);
  private static final long FIRST_SEED = Long.getLong("wend.seed", 1);
  private static final int ENOUGH_FOR_COVERAGE = 5_000;

  @Test
  void writesWhatTheContractSays() throws Exception {
    System.out.printf("%d seeds from %d%n", SEEDS, FIRST_SEED);
    Tried tried = Samples.trying(FIRST_SEED, SEEDS, Sample::difference);
    if (tried.failure().isPresent()) {
      Sample smallest = Sample.of(tried.failure().get().seed()).smallest();
      assertThat(smallest.difference()).as(smallest.toString()).isEmpty();
    }
    Coverage coverage = tried.coverage();
    System.out.print(coverage);
    assertThat(coverage.acceptance()).isGreaterThan(0.9);
    if (SEEDS >= ENOUGH_FOR_COVERAGE) {
      assertThat(coverage.of(wanted())).doesNotContainValue(0);
    }
  }

  /** Whatever the language lists, and what a file lists besides. */
  private static List<String> wanted() throws IOException {
    List<String> wanted = new ArrayList<>(Files.readAllLines(REACHED));
    Arrays.stream(TraceKind.values()).forEach(kind -> wanted.add("trace " + kind.id()));
    Arrays.stream(ActionType.values()).forEach(type -> wanted.add("action " + type.id()));
    Words.KINDS.forEach(kind -> wanted.add("entered on " + kind));
    return wanted;
  }
}
