package dev.wend.job.report.model;

/**
 * How many durations lie in [from, until), milliseconds.
 */
public record Bin(long from, long until, long count) {}
