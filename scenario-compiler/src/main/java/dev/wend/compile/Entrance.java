package dev.wend.compile;

import dev.wend.matcher.ProfileMatcher;
import dev.wend.matcher.TriggerMatcher;
import java.util.Optional;

/**
 * A start point.
 *
 * @param when what the profile must meet besides
 */
public record Entrance(
    String nodeId, TriggerMatcher on, Optional<ProfileMatcher> when, String next) {}
