package dev.wend.job.cli;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the job is asked to do with a scenario.
 *
 * @param version of the document
 * @param document empty for a stop
 */
record Order(String scenarioId, OptionalLong version, Optional<String> document) {}
