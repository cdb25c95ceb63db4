package dev.wend.job.report.model;

import java.util.List;

/**
 * One way in which journeys ended.
 *
 * @param name the kind of trace record, of {@code exited} with {@code ": "} and the reason behind it
 * @param time from entry to end
 * @param bins the same in equal parts, those without any among them
 */
public record EndingReport(String name, long journeys, Spread time, List<Bin> bins) {}
