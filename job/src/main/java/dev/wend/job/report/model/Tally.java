package dev.wend.job.report.model;

/** How many there are of something that has a name. */
public record Tally(String name, long count) {}
