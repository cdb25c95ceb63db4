package dev.wend.job.report.model;

/**
 * What went along one edge of the graph.
 *
 * @param decision what the trace says of journeys that go this way; empty where nothing is decided
 * @param label the same for people
 * @param journeys that went along it
 * @param customers of these journeys, each counted once
 * @param stay from the arrival at {@code from} to going this way
 */
public record EdgeReport(
    String from,
    String to,
    String decision,
    String label,
    long journeys,
    long customers,
    Spread stay) {}
