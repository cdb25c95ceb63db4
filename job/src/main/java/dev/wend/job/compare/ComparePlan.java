package dev.wend.job.compare;

import dev.wend.job.operator.ScenarioSource;
import dev.wend.job.replay.ReplayPlan;

/**
 * What is to be compared.
 *
 * @param history the history, and as its scenarios those of both sets, by which events are chosen
 * @param first the one set
 * @param second the other set
 */
public record ComparePlan(
    ReplayPlan history, ScenarioSource first, ScenarioSource second, Pairing pairing) {}
