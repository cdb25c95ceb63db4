package dev.wend.job.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wend.compile.Branch;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.PatternInput;
import dev.wend.compile.Stage;
import dev.wend.event.Profile;
import dev.wend.job.nfa.NfaHost;
import dev.wend.job.nfa.PatternProgram;
import dev.wend.job.nfa.PatternRun;
import dev.wend.job.nfa.Retention;
import dev.wend.job.sequence.RandomSequence.Step;
import dev.wend.matcher.MatchContext;
import dev.wend.matcher.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.flink.cep.pattern.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Partial matches that a savepoint holds go on: the states of compiled patterns keep their names. The bytes lie in
 * {@code src/test/resources/state}; {@code -Dwend.state.freeze=true} writes files that are missing and changes none.
 */
class FrozenRunTest {
  private static final Path FROZEN = Path.of("src/test/resources/state/v2");
  private static final RandomSequence SEQUENCE =
      new RandomSequence(
          List.of(
              new Step(false, "a", 2, true, "d", false),
              new Step(true, "d", 1, false, "", false),
              new Step(false, "b", 1, false, "", true),
              new Step(false, "c", 2, false, "", false)),
          "relaxed",
          "past-last",
          900);

  private static final MatchContext NOTHING_ELSE =
      new MatchContext() {
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
      };

  @Test
  void ofATrigger() throws IOException {
    CompiledScenario scenario = Engine.withTrigger(SEQUENCE).orElseThrow();
    Pattern<PatternInput, ?> pattern = scenario.entrances().get(0).pattern().orElseThrow();
    PatternProgram program = new NfaHost().compile(pattern, Retention.newest(100));

    goesOn("run-of-trigger.bin", program, program.idle());
  }

  @Test
  void ofACondition() throws IOException {
    CompiledScenario scenario = Engine.withCondition(SEQUENCE).orElseThrow();
    Branch yes = ((Stage) scenario.step("asked")).branches().get(0);
    PatternProgram program = new NfaHost().compile(yes.pattern(), Retention.DISTINCT);

    goesOn("run-of-condition.bin", program, program.start(Letter.START));
  }

  private static void goesOn(String name, PatternProgram program, PatternRun begun)
      throws IOException {
    for (String letter : List.of("a", "a", "c")) {
      assertThat(feed(begun, letter)).isFalse();
    }
    PatternRun restored = program.restore(frozen(name, begun.save()));
    assertThat(feed(restored, "b")).isFalse();
    assertThat(feed(restored, "c")).isTrue();
  }

  private static byte[] frozen(String name, byte[] today) throws IOException {
    Path file = FROZEN.resolve(name);
    if (Boolean.getBoolean("wend.state.freeze") && Files.notExists(file)) {
      Files.write(file, today);
    }
    return Files.readAllBytes(file);
  }

  private static boolean feed(PatternRun run, String letter) {
    Letter event = new Letter(Letter.START + 1, "m-" + letter, letter);
    return run.feed(new PatternInput.Observed(event.event(), NOTHING_ELSE), event.timestamp())
        .matched();
  }
}
