package dev.wend.job.nfa;

import static dev.wend.job.nfa.Letters.entered;
import static dev.wend.job.nfa.Letters.event;
import static dev.wend.job.nfa.Letters.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wend.compile.PatternInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.junit.jupiter.api.Test;

class SavedRunTest {
  /** A run of {@link #chain} that was entered at 5 and saw a at 6, as version 1 wrote it. */
  private static final String VERSION_1 =
      "010100000002077365636f6e6401000000000000000000000006066669727374000000030000000100000000000000000000"
          + "00000000000500000000000000060100000000000000000000000508656e7465726564000000000100000002ffffffffffff"
          + "ffffffffffffffffffff00000000000000000200000000000000000000000500000001000000000000000000000000060000"
          + "000101000000020100000000000000000000000508656e746572656400000001000000010000000100000000010000000101"
          + "0000000000000000000000060666697273740000000100000001000000010100000000000000000000000508656e74657265"
          + "6400000002000000010000000000000001000000000000000600000001";

  private final NfaHost host = new NfaHost();
  private final PatternProgram chain =
      host.compile(
          entered()
              .followedBy("first")
              .where(is("a"))
              .followedBy("second")
              .where(is("b"))
              .within(Duration.ofMillis(10)));

  @Test
  void whatVersion1WroteIsReadForEver() {
    PatternRun read = chain.restore(HexFormat.of().parseHex(VERSION_1));
    assertThat(read.deadline()).hasValue(15);
    assertThat(read.feed(event("b"), 7)).isEqualTo(new Outcome(true, false, true, 0));
  }

  @Test
  void equalRunsAreWrittenAsEqualBytes() {
    assertThat(HexFormat.of().formatHex(progressed().save())).isEqualTo(VERSION_1);
  }

  @Test
  void aRunIsSmall() {
    assertThat(progressed().save()).hasSizeLessThan(350);
  }

  @Test
  void otherBytesAreRefused() {
    byte[] saved = progressed().save();
    byte[] ofLaterVersion = saved.clone();
    ofLaterVersion[0] = 2;
    assertThatThrownBy(() -> chain.restore(ofLaterVersion))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version 2");
    assertThatThrownBy(() -> chain.restore(Arrays.copyOf(saved, saved.length - 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> chain.restore(Arrays.copyOf(saved, saved.length + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 bytes too many");
    assertThatThrownBy(() -> chain.restore(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEventThatWasTakenBeforeIsReadBackAsThePast() {
    List<PatternInput> past = new ArrayList<>();
    IterativeCondition<PatternInput> looksBack =
        new IterativeCondition<>() {
          @Override
          public boolean filter(PatternInput input, Context<PatternInput> context)
              throws Exception {
            context.getEventsForPattern("entered").forEach(past::add);
            context.getEventsForPattern("first").forEach(past::add);
            return false;
          }
        };
    PatternProgram curious =
        host.compile(
            entered().followedBy("first").where(is("a")).followedBy("second").where(looksBack));
    PatternRun run = curious.start(5);
    run.feed(event("a"), 6);
    past.clear();
    curious.restore(run.save()).feed(event("b"), 7);
    assertThat(past).containsOnly(PatternInput.ENTRY, PatternInput.PAST);
  }

  private PatternRun progressed() {
    PatternRun run = chain.start(5);
    run.feed(event("a"), 6);
    return run;
  }
}
