package dev.wend.job.generate;

import java.util.SortedMap;

/**
 * What was written.
 *
 * @param lines of all files
 * @param duplicates lines that repeat an earlier one
 * @param dirty lines that cannot be read as events
 * @param names how many lines have each event name (or type, where it has no name), without duplicates and dirty ones
 */
public record GenerationSummary(
    long lines, long duplicates, long dirty, SortedMap<String, Long> names) {}
