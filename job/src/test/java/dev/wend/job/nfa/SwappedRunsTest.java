package dev.wend.job.nfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.compile.PatternInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.cep.pattern.Pattern;
import org.junit.jupiter.api.Test;

/** Runs that share one buffer, and are saved and restored on the way, against one live NFA for each. */
class SwappedRunsTest {
  private static final int ROUNDS = 500;
  private static final int RUNS_AT_ONCE = 5;
  private static final int EVENTS_PER_RUN = 12;
  private static final String[] LETTERS = {"a", "b", "c", "d", "e"};

  private final long seed = Long.getLong("wend.seed", 20_261_122L);
  private final Random random = new Random(seed);
  private final RandomPatterns patterns = new RandomPatterns(random);
  private int matched;
  private int timedOut;
  private int restored;
  private int begunAnew;

  @Test
  void aSwappedSavedAndRestoredRunDoesWhatALiveOneDoes() throws Exception {
    System.out.println("wend.seed=" + seed);
    NfaHost host = new NfaHost();
    for (int round = 0; round < ROUNDS; round++) {
      List<Pair> pairs = new ArrayList<>();
      for (int index = 0; index < RUNS_AT_ONCE; index++) {
        pairs.add(new Pair(host, random.nextInt(3) > 0, round + "." + index));
      }
      for (int event = 0; event < RUNS_AT_ONCE * EVENTS_PER_RUN; event++) {
        pairs.get(random.nextInt(RUNS_AT_ONCE)).step();
      }
    }
    assertThat(matched).as("matches").isGreaterThan(ROUNDS);
    assertThat(timedOut).as("time-outs").isGreaterThan(ROUNDS);
    assertThat(restored).as("restored runs").isGreaterThan(ROUNDS);
    assertThat(begunAnew).as("untouched runs").isGreaterThan(ROUNDS);
  }

  /** One run of the host and the NFA that it must equal. */
  private final class Pair {
    private final String name;
    private final boolean withEntry;
    private final long entered = 1L + random.nextInt(100);
    private final PatternProgram program;
    private final BareNfa live;
    private PatternRun run;
    private long now = entered;

    Pair(NfaHost host, boolean withEntry, String name) throws Exception {
      this.name = name;
      this.withEntry = withEntry;
      Pattern<PatternInput, ?> pattern = patterns.next(withEntry);
      program = host.compile(pattern);
      live = new BareNfa(pattern);
      if (withEntry) {
        live.process(PatternInput.ENTRY, entered);
      }
      run = begin();
    }

    private PatternRun begin() {
      return withEntry ? program.start(entered) : program.idle();
    }

    void step() throws Exception {
      swap();
      now += random.nextInt(6);
      var ended = live.advanceTime(now);
      boolean matches = !ended.f0.isEmpty();
      Outcome outcome;
      if (random.nextInt(5) == 0) {
        outcome = run.elapse(now);
      } else {
        PatternInput.Observed event = Letters.event(LETTERS[random.nextInt(LETTERS.length)]);
        matches |= !live.process(event, now).isEmpty();
        outcome = run.feed(event, now);
      }
      assertThat(outcome)
          .as("run %s of wend.seed=%d at %d", name, seed, now)
          .isEqualTo(new Outcome(matches, !ended.f1.isEmpty(), run.isOver(), 0));
      assertThat(contents(run.save()))
          .as("run %s of wend.seed=%d at %d", name, seed, now)
          .isEqualTo(contents(new SavedRun(live.state(), live.memory(), true).toBytes()));
      matched += outcome.matched() ? 1 : 0;
      timedOut += outcome.timedOut() ? 1 : 0;
    }

    private void swap() {
      switch (random.nextInt(3)) {
        case 0 -> {
          run = program.restore(run.save());
          restored++;
        }
        case 1 -> {
          if (run.isUntouched()) {
            run = begin();
            run.elapse(now);
            begunAnew++;
          }
        }
        default -> {}
      }
    }

    /** All but the note whether the run was touched, which a live NFA does not keep. */
    private byte[] contents(byte[] saved) {
      byte[] contents = saved.clone();
      contents[1] = 0;
      return contents;
    }
  }
}
