package dev.wend.job.nfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.functions.TimedOutPartialMatchHandler;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.operator.CepOperator;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.WithinType;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where Flink's own operator differs from driving its NFA at each deadline; comparisons with it must keep clear of this. */
@SuppressWarnings("try")
class FlinkCepOperatorFactsTest {
  private static final long T = 1_000;
  private static final long WINDOW = 100;
  private static final OutputTag<String> TIMED_OUT = new OutputTag<>("timed-out", Types.STRING);

  @Test
  void aTrailingNotMatchCarriesTheWatermarkAndNotItsDeadline() throws Exception {
    try (var operator = operator(absent())) {
      operator.processElement("enter", T);
      operator.processWatermark(T + 5 * WINDOW);
      assertThat(operator.extractOutputStreamRecords())
          .containsExactly(new StreamRecord<>("[enter]", T + 5 * WINDOW));
    }
  }

  @Test
  void aTimedOutMatchCarriesItsDeadline() throws Exception {
    try (var operator = operator(occurs(WithinType.FIRST_AND_LAST))) {
      operator.processElement("enter", T);
      operator.processWatermark(T + 5 * WINDOW);
      assertThat(operator.getSideOutput(TIMED_OUT))
          .containsExactly(new StreamRecord<>("[enter]", T + WINDOW));
    }
  }

  @ParameterizedTest
  @CsvSource({"-5, 0", "0, 0", "1, 1"})
  void noTimerIsSetForAnEntryThatIsNotAfterTheEpoch(long entered, int matches) throws Exception {
    try (var operator = operator(absent())) {
      operator.processElement("enter", entered);
      operator.processWatermark(entered);
      operator.processWatermark(entered + 5 * WINDOW);
      assertThat(operator.extractOutputValues()).hasSize(matches);
    }
  }

  @Test
  void noTimerIsSetForAWindowOfPreviousAndCurrentAlone() throws Exception {
    try (var operator = operator(occurs(WithinType.PREVIOUS_AND_CURRENT))) {
      operator.processElement("enter", T);
      operator.processWatermark(T);
      assertThat(operator.numEventTimeTimers()).isZero();
      operator.processWatermark(T + 5 * WINDOW);
      assertThat(operator.getSideOutput(TIMED_OUT)).as("learnt of the time-out").isNull();
      operator.processElement("other", T + 6 * WINDOW);
      operator.processWatermark(T + 6 * WINDOW);
      assertThat(operator.getSideOutput(TIMED_OUT)).as("with the next event").hasSize(1);
    }
  }

  private static Pattern<String, ?> absent() {
    return Pattern.<String>begin("entered")
        .where(is("enter"))
        .notFollowedBy("absent")
        .where(is("a"))
        .within(Duration.ofMillis(WINDOW));
  }

  private static Pattern<String, ?> occurs(WithinType windowOf) {
    return Pattern.<String>begin("entered")
        .where(is("enter"))
        .followedBy("match")
        .where(is("a"))
        .within(Duration.ofMillis(WINDOW), windowOf);
  }

  private static SimpleCondition<String> is(String expected) {
    return SimpleCondition.of(expected::equals);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, String, String> operator(
      Pattern<String, ?> pattern) throws Exception {
    var operator =
        new CepOperator<String, String, String>(
            StringSerializer.INSTANCE,
            false,
            NFACompiler.compileFactory(pattern, true),
            null,
            pattern.getAfterMatchSkipStrategy(),
            new Matches(),
            null);
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(operator, event -> "customer", Types.STRING);
    harness.open();
    return harness;
  }

  private static final class Matches extends PatternProcessFunction<String, String>
      implements TimedOutPartialMatchHandler<String> {
    @Override
    public void processMatch(
        Map<String, List<String>> match, Context context, Collector<String> out) {
      out.collect(match.get("entered").toString());
    }

    @Override
    public void processTimedOutMatch(Map<String, List<String>> match, Context context) {
      context.output(TIMED_OUT, match.get("entered").toString());
    }
  }
}
