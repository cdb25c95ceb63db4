package dev.wend.job.operator;

import java.io.Serializable;

/**
 * A scenario document without errors, as it is sent and kept: text, which is compiled where it runs.
 *
 * @param name under which issues speak of it
 */
public record ScenarioDocument(String name, String text) implements Serializable {}
