package dev.wend.job.nfa;

import static dev.wend.job.nfa.Letters.HOUR;
import static dev.wend.job.nfa.Letters.entered;
import static dev.wend.job.nfa.Letters.event;
import static dev.wend.job.nfa.Letters.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wend.compile.PatternInput;
import java.time.Duration;
import org.apache.flink.cep.pattern.Pattern;
import org.junit.jupiter.api.Test;

class PatternRunTest {
  private static final Outcome NOTHING = new Outcome(false, false, false, 0);
  private static final Outcome MATCHED = new Outcome(true, false, true, 0);
  private static final Outcome TIMED_OUT = new Outcome(false, true, true, 0);

  private final NfaHost host = new NfaHost();
  private final PatternProgram yes =
      host.compile(entered().followedBy("match").where(is("a")).within(Duration.ofHours(1)));
  private final PatternProgram no =
      host.compile(entered().notFollowedBy("absent").where(is("a")).within(Duration.ofHours(1)));
  private final PatternProgram unbounded =
      host.compile(entered().followedBy("match").where(is("a")));

  @Test
  void yesMatchesAtTheEventAndNoIsOverWithoutAMatch() {
    assertThat(yes.start(5).feed(event("a"), 6)).isEqualTo(MATCHED);
    assertThat(no.start(5).feed(event("a"), 6)).isEqualTo(new Outcome(false, false, true, 0));
  }

  @Test
  void noMatchesAndYesTimesOutWhenTheWindowHasPassed() {
    assertThat(yes.start(5).elapse(5 + HOUR - 1)).isEqualTo(NOTHING);
    assertThat(yes.start(5).elapse(5 + HOUR)).isEqualTo(TIMED_OUT);
    assertThat(no.start(5).elapse(5 + HOUR - 1)).isEqualTo(NOTHING);
    assertThat(no.start(5).elapse(5 + HOUR)).isEqualTo(MATCHED);
  }

  @Test
  void theLastMillisecondOfTheWindowIsInside() {
    assertThat(yes.start(5).feed(event("a"), 5 + HOUR - 1)).isEqualTo(MATCHED);
    assertThat(yes.start(5).feed(event("a"), 5 + HOUR)).isEqualTo(TIMED_OUT);
    assertThat(no.start(5).feed(event("a"), 5 + HOUR)).isEqualTo(MATCHED);
  }

  @Test
  void withoutAWindowItWaitsForEver() {
    PatternRun run = unbounded.start(5);
    assertThat(run.deadline()).isEmpty();
    assertThat(run.elapse(Long.MAX_VALUE / 2)).isEqualTo(NOTHING);
    assertThat(run.feed(event("a"), Long.MAX_VALUE / 2)).isEqualTo(MATCHED);
  }

  @Test
  void theDeadlineIsTheEntryAndTheWindow() {
    assertThat(yes.start(5).deadline()).hasValue(5 + HOUR);
    assertThat(no.start(-5).deadline()).hasValue(HOUR - 5);
  }

  @Test
  void anEventThatMattersToNobodyLeavesTheRunUntouched() {
    for (PatternProgram program : new PatternProgram[] {yes, no, unbounded}) {
      PatternRun run = program.start(5);
      assertThat(run.isUntouched()).isTrue();
      assertThat(run.feed(event("b"), 6)).isEqualTo(NOTHING);
      assertThat(run.isUntouched()).isTrue();
      assertThat(program.restore(run.save()).isUntouched()).isTrue();
      run.feed(event("a"), 7);
      assertThat(run.isUntouched()).isFalse();
      assertThat(program.restore(run.save()).isUntouched()).isFalse();
    }
  }

  @Test
  void anUntouchedRunEqualsANewOneFromTheSameEntry() {
    PatternRun run = yes.start(5);
    run.feed(event("b"), 7);
    PatternRun again = yes.start(5);
    again.elapse(7);
    assertThat(run.save()).isEqualTo(again.save());
  }

  @Test
  void aRunThatHasProgressedGoesOnFromItsBytes() {
    PatternProgram chain =
        host.compile(
            entered().followedBy("first").where(is("a")).followedBy("second").where(is("b")));
    PatternRun run = chain.start(5);
    assertThat(run.feed(event("a"), 6)).isEqualTo(NOTHING);
    assertThat(run.isUntouched()).isFalse();
    PatternRun restored = chain.restore(run.save());
    assertThat(restored.isUntouched()).isFalse();
    assertThat(restored.save()).isEqualTo(run.save());
    assertThat(restored.feed(event("b"), 7)).isEqualTo(MATCHED);
    assertThat(run.feed(event("b"), 7)).isEqualTo(MATCHED);
  }

  @Test
  void aRunIsNotDisturbedByOtherRunsOfTheHost() {
    PatternProgram chain =
        host.compile(
            entered().followedBy("first").where(is("a")).followedBy("second").where(is("b")));
    PatternRun one = chain.start(5);
    PatternRun other = chain.start(5);
    one.feed(event("a"), 6);
    assertThat(other.isUntouched()).isTrue();
    assertThat(other.feed(event("b"), 6)).isEqualTo(NOTHING);
    yes.start(1).feed(event("a"), 2);
    assertThat(one.feed(event("b"), 7)).isEqualTo(MATCHED);
    assertThat(other.feed(event("a"), 7)).isEqualTo(NOTHING);
    assertThat(other.feed(event("b"), 8)).isEqualTo(MATCHED);
  }

  @Test
  void aPatternThatBeginsWithAnEventIsDrivenFromIdle() {
    PatternProgram twice =
        host.compile(
            Pattern.<PatternInput>begin("first")
                .where(is("a"))
                .followedBy("second")
                .where(is("b"))
                .within(Duration.ofHours(1)));
    PatternRun run = twice.idle();
    assertThat(run.isOver()).isTrue();
    assertThat(run.deadline()).isEmpty();
    assertThat(run.feed(event("a"), 10)).isEqualTo(NOTHING);
    assertThat(run.feed(event("a"), 20)).isEqualTo(NOTHING);
    assertThat(run.deadline()).hasValue(10 + HOUR);
    assertThat(run.elapse(10 + HOUR)).isEqualTo(new Outcome(false, true, false, 0));
    assertThat(run.deadline()).hasValue(20 + HOUR);
    assertThat(run.feed(event("b"), 11 + HOUR)).isEqualTo(MATCHED);
  }

  @Test
  void aPatternThatDoesNotBeginWithTheEntryCannotBeEntered() {
    PatternProgram program = host.compile(Pattern.<PatternInput>begin("first").where(is("a")));
    assertThatThrownBy(() -> program.start(5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the pattern does not begin with the entry");
  }

  @Test
  void aPatternThatMatchesTheEntryAloneCannotBeEntered() {
    PatternProgram program = host.compile(entered().followedBy("maybe").where(is("a")).optional());
    assertThatThrownBy(() -> program.start(5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the pattern matches the entry alone and has nothing to wait for");
  }
}
