package dev.wend.job.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where scenarios come from; at least one of the two is there.
 *
 * @param files documents, or directories of them
 * @param controlTopic by which scenarios are deployed while the job runs
 */
public record ScenarioSources(List<Path> files, Optional<String> controlTopic) {}
