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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBuffer;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the host relies on in Flink's NFA; where an upgrade of Flink changes it, the host must be looked at again. */
class FlinkNfaFactsTest {
  private static final long T = 1_000_000;
  private static final Duration WINDOW = Duration.ofHours(1);

  @Test
  void aSharedBufferAsksForThreeMapsAndNothingElse() {
    Map<String, Map<Object, Object>> maps = new LinkedHashMap<>();
    new SharedBuffer<>(BareNfa.store(maps), PatternInputSerializer.INSTANCE)
        .releaseCacheStatisticsTimer();
    assertThat(maps.keySet())
        .containsExactly(
            "sharedBuffer-events",
            "sharedBuffer-entries-with-lockable-edges",
            "sharedBuffer-events-count");
  }

  @Test
  void everySharedBufferStartsATimerThreadThatEndsOnRelease() throws Exception {
    Set<Thread> before = timers();
    var buffer =
        new SharedBuffer<>(BareNfa.store(new LinkedHashMap<>()), PatternInputSerializer.INSTANCE);
    List<Thread> started = startedSince(before);
    assertThat(started).hasSize(1);
    buffer.releaseCacheStatisticsTimer();
    started.get(0).join(10_000);
    assertThat(started.get(0).isAlive()).isFalse();
  }

  @Test
  void aHostLeavesNoThread() throws Exception {
    Set<Thread> before = timers();
    NfaHost host = new NfaHost();
    host.compile(occurs()).start(T).feed(event("a"), T + 1);
    for (Thread thread : startedSince(before)) {
      thread.join(10_000);
    }
    assertThat(startedSince(before)).isEmpty();
  }

  @Test
  void anNfaCannotBeOpenedWithoutARuntimeContext() {
    NFA<PatternInput> nfa = NFACompiler.compileFactory(occurs(), true).createNFA();
    assertThatThrownBy(() -> nfa.open(null, new Configuration()))
        .isInstanceOf(NullPointerException.class);
  }

  @ParameterizedTest
  @CsvSource({"3599999, 1, 0", "3600000, 0, 1"})
  void followedByMatchesInsideTheWindowAndElseTimesOut(long after, int matches, int timedOut)
      throws Exception {
    BareNfa nfa = enter(occurs());
    var ended = nfa.advanceTime(T + after);
    assertThat(ended.f0).isEmpty();
    assertThat(ended.f1).hasSize(timedOut).allMatch(partial -> partial.f1 == T + HOUR);
    assertThat(nfa.process(event("a"), T + after)).hasSize(matches);
  }

  @ParameterizedTest
  @CsvSource({"3599999, 0", "3600000, 1"})
  void aTrailingNotMatchesWhenTimeIsAdvancedToTheEndOfTheWindow(long after, int matches)
      throws Exception {
    var ended = enter(absent()).advanceTime(T + after);
    assertThat(ended.f0).hasSize(matches);
    assertThat(ended.f1).isEmpty();
  }

  @Test
  void theWindowIsLookedAtByAdvanceTimeAlone() throws Exception {
    assertThat(enter(occurs()).process(event("a"), T + 5 * HOUR)).hasSize(1);
  }

  @Test
  void withoutTimeoutHandlingNobodyLearnsOfTheTimeout() throws Exception {
    BareNfa nfa = new BareNfa(occurs(), false);
    nfa.process(ENTRY, T);
    var ended = nfa.advanceTime(T + HOUR);
    assertThat(ended.f0).isEmpty();
    assertThat(ended.f1).isEmpty();
    assertThat(nfa.process(event("a"), T + HOUR)).isEmpty();
  }

  @Test
  void theStartStateNeverGoesAway() throws Exception {
    BareNfa nfa = enter(occurs());
    assertThat(nfa.process(event("a"), T + 1)).hasSize(1);
    assertThat(nfa.state().getPartialMatches())
        .hasSize(1)
        .allMatch(partial -> partial.getStartEventID() == null);
    nfa.process(ENTRY, T + 2);
    assertThat(nfa.process(event("a"), T + 3)).as("a second entry begins again").hasSize(1);
  }

  @Test
  void aNotIsAskedAboutTheEntryTooAndTwiceAboutAnEventThatItIgnores() throws Exception {
    List<PatternInput> asked = new ArrayList<>();
    SimpleCondition<PatternInput> never = SimpleCondition.of(input -> !asked.add(input));
    PatternInput ignored = event("b");
    BareNfa nfa = enter(entered().notFollowedBy("absent").where(never).within(WINDOW));
    assertThat(asked).containsExactly(ENTRY);
    asked.clear();
    nfa.process(ignored, T + 1);
    assertThat(asked).containsExactly(ignored, ignored);
  }

  @Test
  void renamedStatesBreakRunsInFlight() throws Exception {
    BareNfa nfa = enter(occurs());
    nfa.changeTo(entered().followedBy("renamed").where(is("a")).within(WINDOW));
    assertThatThrownBy(() -> nfa.advanceTime(T + 1))
        .hasMessageContaining("State match does not exist in the NFA");
  }

  @Test
  void aChangedWindowAppliesToRunsInFlight() throws Exception {
    BareNfa nfa = enter(occurs());
    nfa.changeTo(entered().followedBy("match").where(is("a")).within(Duration.ofHours(2)));
    assertThat(nfa.advanceTime(T + 2 * HOUR - 1).f1).isEmpty();
    assertThat(nfa.advanceTime(T + 2 * HOUR).f1).hasSize(1);
  }

  private static Pattern<PatternInput, ?> occurs() {
    return entered().followedBy("match").where(is("a")).within(WINDOW);
  }

  private static Pattern<PatternInput, ?> absent() {
    return entered().notFollowedBy("absent").where(is("a")).within(WINDOW);
  }

  private static BareNfa enter(Pattern<PatternInput, ?> pattern) throws Exception {
    BareNfa nfa = new BareNfa(pattern);
    assertThat(nfa.process(ENTRY, T)).isEmpty();
    return nfa;
  }

  private static Set<Thread> timers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("Timer-"))
        .collect(Collectors.toSet());
  }

  private static List<Thread> startedSince(Set<Thread> before) {
    return timers().stream().filter(thread -> !before.contains(thread)).toList();
  }
}
