package dev.wend.job.config;

import java.util.List;
import java.util.Optional;

/**
 * What came of a configuration.
 *
 * @param configuration empty where there is an error
 * @param issues all of them: those of the document from its first line to its last, then those of the environment and the
 *     command line
 * @param values all values that hold, in the order in which they were written, defaults last
 */
public record ConfigurationResult(
    Optional<Configuration> configuration,
    List<ConfigurationIssue> issues,
    List<EffectiveValue> values) {}
