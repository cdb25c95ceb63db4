package dev.wend.compile;

import dev.wend.matcher.ProfileMatcher;
import dev.wend.matcher.TriggerMatcher;
import java.util.Optional;
import org.apache.flink.cep.pattern.Pattern;

/**
 * A start point.
 *
 * @param pattern what a trigger on a sequence of events compiles to; empty for all others
 * @param when what the profile must meet besides
 */
public record Entrance(
    String nodeId,
    TriggerMatcher on,
    Optional<Pattern<PatternInput, ?>> pattern,
    Optional<ProfileMatcher> when,
    String next) {}
