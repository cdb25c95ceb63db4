package dev.wend.compile;

import dev.wend.matcher.Matcher;
import java.util.Optional;
import org.apache.flink.cep.pattern.Pattern;

/**
 * An edge of the graph that a pattern decides.
 *
 * @param nodeId the condition that it answers, or the node that waits
 * @param decision what the trace says of it; empty where nothing is decided
 * @param matcher what it asks; empty where only time has to pass
 * @param next where it leads; empty where it ends the instance
 */
public record Branch(
    String nodeId,
    String decision,
    Polarity polarity,
    Optional<Matcher> matcher,
    Pattern<PatternInput, ?> pattern,
    Optional<String> next) {
  /** The decisions of conditions. */
  public static final String YES = "yes";

  /** See {@link #YES}. */
  public static final String NO = "no";

  /** What a match of the pattern means. */
  public enum Polarity {
    /** It happened. */
    OCCURS,
    /** The time has passed without it. */
    ABSENT,
    /** The opposite of {@link #OCCURS}: the pattern leaves its window without having matched. */
    TIMES_OUT
  }
}
