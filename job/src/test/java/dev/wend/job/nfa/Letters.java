package dev.wend.job.nfa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wend.compile.PatternInput;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import dev.wend.event.Profile;
import dev.wend.matcher.MatchContext;
import dev.wend.matcher.Reference;
import java.util.Optional;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** Events that have nothing but a letter for a name, and patterns over them. */
final class Letters {
  static final long HOUR = 3_600_000;

  private Letters() {}

  static PatternInput.Observed event(String letter) {
    CustomerEvent event =
        new CustomerEvent("m", "c", EventKind.CUSTOM, letter, 0, Json.object(), Channel.ONLINE, 0);
    return new PatternInput.Observed(event, NothingElse.INSTANCE);
  }

  static Pattern<PatternInput, PatternInput> entered() {
    return Pattern.<PatternInput>begin("entered").where(isEntry());
  }

  static SimpleCondition<PatternInput> isEntry() {
    return SimpleCondition.of(input -> input instanceof PatternInput.Entry);
  }

  /** Holds for events of one of {@code letters}. */
  static SimpleCondition<PatternInput> is(String letters) {
    return SimpleCondition.of(
        input ->
            input instanceof PatternInput.Observed observed
                && letters.contains(observed.event().name()));
  }

  private enum NothingElse implements MatchContext {
    INSTANCE;

    @Override
    public JsonNode resolve(Reference reference) {
      return MissingNode.getInstance();
    }

    @Override
    public Profile profile() {
      return Profile.EMPTY;
    }

    @Override
    public Optional<SentMessage> sent(String nodeId) {
      return Optional.empty();
    }
  }
}
