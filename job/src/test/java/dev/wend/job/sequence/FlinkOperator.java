package dev.wend.job.sequence;

import dev.wend.job.sequence.RandomSequence.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.operator.CepOperator;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;

/** What Flink's CEP operator finds, with the pattern as one would write it by hand. */
@SuppressWarnings("try")
final class FlinkOperator {
  private FlinkOperator() {}

  /** Each moment at which matches are emitted, with the last event of the match, or none where time completed it. */
  record Found(long timestamp, Optional<String> messageId) {}

  static Set<Found> find(RandomSequence sequence, Pattern<String, ?> pattern, List<Letter> letters)
      throws Exception {
    Set<Found> found = new LinkedHashSet<>();
    try (var operator = operator(pattern)) {
      long end = letters.get(letters.size() - 1).timestamp() + sequence.window() + 1;
      int next = 0;
      int seen = 0;
      for (long now = Letter.START; now <= end; now++) {
        while (next < letters.size() && letters.get(next).timestamp() == now) {
          operator.processElement(letters.get(next++).text(), now);
        }
        operator.processWatermark(now);
        List<StreamRecord<? extends String>> all = operator.extractOutputStreamRecords();
        for (StreamRecord<? extends String> match : all.subList(seen, all.size())) {
          found.add(
              new Found(
                  now,
                  sequence.endsWithNot()
                      ? Optional.empty()
                      : Optional.of(Letter.messageIdOf(match.getValue()))));
        }
        seen = all.size();
      }
    }
    return found;
  }

  /** The pattern of a trigger. */
  static Pattern<String, ?> ofTrigger(RandomSequence sequence) {
    AfterMatchSkipStrategy skip =
        switch (sequence.skip()) {
          case "none" -> AfterMatchSkipStrategy.noSkip();
          case "to-next" -> AfterMatchSkipStrategy.skipToNext();
          default -> AfterMatchSkipStrategy.skipPastLastEvent();
        };
    return pattern(sequence, skip).within(Duration.ofMillis(sequence.window()));
  }

  /** The same without a window, to find every match. */
  static Pattern<String, ?> ofCondition(RandomSequence sequence) {
    return pattern(sequence, AfterMatchSkipStrategy.noSkip());
  }

  private static Pattern<String, String> pattern(
      RandomSequence sequence, AfterMatchSkipStrategy skip) {
    List<Step> steps = sequence.steps();
    Pattern<String, String> pattern =
        quantified(Pattern.<String>begin("0", skip).where(is(steps.get(0).letters())), sequence, 0);
    for (int index = 1; index < steps.size(); index++) {
      Step step = steps.get(index);
      String name = String.valueOf(index);
      if (step.not()) {
        boolean strict = sequence.contiguity().equals("strict") && index < steps.size() - 1;
        pattern =
            (strict ? pattern.notNext(name) : pattern.notFollowedBy(name))
                .where(is(step.letters()));
      } else {
        Pattern<String, String> followed =
            switch (sequence.contiguity()) {
              case "strict" -> pattern.next(name);
              case "any" -> pattern.followedByAny(name);
              default -> pattern.followedBy(name);
            };
        pattern = quantified(followed.where(is(step.letters())), sequence, index);
      }
    }
    return pattern;
  }

  private static Pattern<String, String> quantified(
      Pattern<String, String> pattern, RandomSequence sequence, int index) {
    Step step = sequence.steps().get(index);
    Pattern<String, String> often = pattern;
    if (step.oneOrMore()) {
      often = pattern.timesOrMore(step.times());
    } else if (step.times() > 1) {
      often = pattern.times(step.times());
    }
    if (step.oneOrMore() || step.times() > 1) {
      often =
          switch (sequence.contiguity()) {
            case "strict" -> often.consecutive();
            case "any" -> often.allowCombinations();
            default -> often;
          };
    }
    if (!step.until().isEmpty()) {
      often = often.until(is(step.until()));
    }
    return step.optional() ? often.optional() : often;
  }

  private static SimpleCondition<String> is(String letters) {
    return SimpleCondition.of(text -> letters.contains(Letter.nameOf(text)));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, String, String> operator(
      Pattern<String, ?> pattern) throws Exception {
    var operator =
        new CepOperator<String, String, String>(
            StringSerializer.INSTANCE,
            false,
            NFACompiler.compileFactory(pattern, false),
            null,
            pattern.getAfterMatchSkipStrategy(),
            new LastOfMatch(),
            null);
    var harness = new KeyedOneInputStreamOperatorTestHarness<>(operator, text -> "c", Types.STRING);
    harness.open();
    return harness;
  }

  private static final class LastOfMatch extends PatternProcessFunction<String, String> {
    private static final long serialVersionUID = 1;

    @Override
    public void processMatch(
        Map<String, List<String>> match, Context context, Collector<String> out) {
      List<String> events = new ArrayList<>();
      match.values().forEach(events::addAll);
      out.collect(
          events.stream().max(java.util.Comparator.comparing(Letter::messageIdOf)).orElseThrow());
    }
  }
}
