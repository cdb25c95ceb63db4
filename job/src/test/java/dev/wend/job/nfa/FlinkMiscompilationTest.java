package dev.wend.job.nfa;

import static dev.wend.compile.PatternInput.ENTRY;
import static dev.wend.job.nfa.Letters.HOUR;
import static dev.wend.job.nfa.Letters.entered;
import static dev.wend.job.nfa.Letters.event;
import static dev.wend.job.nfa.Letters.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wend.compile.PatternInput;
import java.time.Duration;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.WithinType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns of which Flink CEP makes something else without a word, so that the compiler must refuse them. */
class FlinkMiscompilationTest {
  private static final long T = 1_000_000;
  private static final Duration WINDOW = Duration.ofHours(1);

  @Test
  void aWindowBeforeATrailingNotDropsTheNot() throws Exception {
    Pattern<PatternInput, ?> pattern =
        entered().within(WINDOW).notFollowedBy("absent").where(is("a"));
    assertThat(new BareNfa(pattern).process(ENTRY, T)).as("matches on entry").hasSize(1);
  }

  @Test
  void ofTwoTrailingNotsTheFirstIsIgnored() throws Exception {
    Pattern<PatternInput, ?> two =
        entered()
            .notFollowedBy("first")
            .where(is("a"))
            .notFollowedBy("second")
            .where(is("b"))
            .within(WINDOW);
    assertThat(matchesAfterWindow(two, "a")).as("a was not to happen").isEqualTo(1);
    assertThat(matchesAfterWindow(two, "b")).isZero();

    Pattern<PatternInput, ?> joined =
        entered().notFollowedBy("either").where(is("a")).or(is("b")).within(WINDOW);
    assertThat(matchesAfterWindow(joined, "a")).isZero();
    assertThat(matchesAfterWindow(joined, "b")).isZero();
    assertThat(matchesAfterWindow(joined, "c")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"abd, 0", "acd, 0", "abcd, 0", "acbd, 0", "ad, 1", "aed, 1"})
  void ofTwoNotsInTheMiddleBothAreKept(String events, int matches) throws Exception {
    Pattern<PatternInput, ?> pattern =
        entered()
            .followedBy("first")
            .where(is("a"))
            .notFollowedBy("not b")
            .where(is("b"))
            .notFollowedBy("not c")
            .where(is("c"))
            .followedBy("last")
            .where(is("d"));
    assertThat(matchesOf(pattern, events)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({"abd, 0", "acd, 0", "ad, 1", "aed, 0"})
  void ofTwoNotsInTheMiddleOfAStrictOneToo(String events, int matches) throws Exception {
    Pattern<PatternInput, ?> pattern =
        entered()
            .followedBy("first")
            .where(is("a"))
            .notNext("not b")
            .where(is("b"))
            .notNext("not c")
            .where(is("c"))
            .next("last")
            .where(is("d"));
    assertThat(matchesOf(pattern, events)).isEqualTo(matches);
  }

  @Test
  void aWindowInsideAGroupThatEndsInANotDropsTheNotAndTheWindow() throws Exception {
    Pattern<PatternInput, PatternInput> group =
        Pattern.<PatternInput>begin("first")
            .where(is("a"))
            .notFollowedBy("absent")
            .where(is("b"))
            .within(WINDOW);
    BareNfa nfa = new BareNfa(entered().followedBy(group));
    nfa.process(ENTRY, T);
    assertThat(nfa.matches(event("a"), T + 5 * HOUR))
        .as("matches on a, whenever it comes")
        .isEqualTo(1);
  }

  @Test
  void ofSeveralWindowsTheSmallestHoldsForAll() throws Exception {
    Pattern<PatternInput, ?> pattern =
        entered()
            .followedBy("first")
            .where(is("a"))
            .within(Duration.ofMinutes(10))
            .followedBy("second")
            .where(is("b"))
            .within(WINDOW);
    BareNfa nfa = new BareNfa(pattern);
    nfa.process(ENTRY, T);
    nfa.matches(event("a"), T + 1);
    assertThat(nfa.matches(event("b"), T + Duration.ofMinutes(10).toMillis())).isZero();
  }

  /** FLINK-31040: the NOT is not watched for after the last element of a loop until one more event has come. */
  @ParameterizedTest
  @CsvSource({
    "1, 9, a,   0", // should be 1
    "1, 9, ac,  1",
    "1, 9, ab,  0",
    "2, 9, aa,  0", // should be 1
    "2, 9, aac, 1",
    "1, 2, a,   0", // should be 1
    "1, 2, ac,  1"
  })
  void aLoopBeforeATrailingNotNeedsOneMoreEventToMatch(int from, int to, String events, int matches)
      throws Exception {
    Pattern<PatternInput, PatternInput> loop =
        entered().followedBy("loop").where(is("a")).times(from, to);
    assertThat(matchesAfterWindow(without(loop), events)).isEqualTo(matches);
  }

  @Test
  void soDoesAnUnboundedLoop() throws Exception {
    Pattern<PatternInput, PatternInput> loop =
        entered().followedBy("loop").where(is("a")).oneOrMore();
    assertThat(matchesAfterWindow(without(loop), "a")).as("should be 1").isZero();
    assertThat(matchesAfterWindow(without(loop), "ac")).isEqualTo(1);
  }

  @Test
  void anExactCountBeforeATrailingNotIsCompiledAsWritten() throws Exception {
    Pattern<PatternInput, PatternInput> twice =
        entered().followedBy("twice").where(is("a")).times(2);
    assertThat(matchesAfterWindow(without(twice), "aa")).isEqualTo(1);
  }

  @Test
  void anOptionalStepBeforeANotIsRefused() {
    Pattern<PatternInput, PatternInput> maybe =
        entered().followedBy("maybe").where(is("a")).optional();
    assertThatThrownBy(() -> without(maybe))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("optional path to NOT");
  }

  @Test
  void aWindowOfPreviousAndCurrentIsNoWindowOfTheWhole() throws Exception {
    Pattern<PatternInput, ?> pattern =
        entered()
            .followedBy("match")
            .where(is("a"))
            .within(WINDOW, WithinType.PREVIOUS_AND_CURRENT);
    PatternRun run = new NfaHost().compile(pattern).start(T);
    assertThat(run.deadline()).isEmpty();
  }

  private static Pattern<PatternInput, ?> without(Pattern<PatternInput, PatternInput> pattern) {
    return pattern.notFollowedBy("absent").where(is("b")).within(WINDOW);
  }

  /** Matches of the events after the entry, one a millisecond. */
  private static int matchesOf(Pattern<PatternInput, ?> pattern, String letters) throws Exception {
    BareNfa nfa = new BareNfa(pattern);
    nfa.process(ENTRY, T);
    int matches = 0;
    for (int i = 0; i < letters.length(); i++) {
      matches += nfa.matches(event(letters.substring(i, i + 1)), T + 1 + i);
    }
    return matches;
  }

  /** Matches after the entry, one event a millisecond, and the end of the window. */
  private static int matchesAfterWindow(Pattern<PatternInput, ?> pattern, String letters)
      throws Exception {
    BareNfa nfa = new BareNfa(pattern);
    nfa.process(ENTRY, T);
    for (int i = 0; i < letters.length(); i++) {
      assertThat(nfa.matches(event(letters.substring(i, i + 1)), T + 1 + i)).isZero();
    }
    return nfa.advanceTime(T + HOUR).f0.size();
  }
}
