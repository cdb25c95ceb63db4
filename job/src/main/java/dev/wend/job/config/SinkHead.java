package dev.wend.job.config;

/**
 * What sinks of all kinds have.
 *
 * @param name lower-case letters, digits and hyphens
 * @param selection of actions; all of them where the output is another
 */
public record SinkHead(String name, Output output, ActionSelection selection) {}
