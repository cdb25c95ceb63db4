package dev.wend.job.reference;

/**
 * A match of a pattern that has begun.
 *
 * @param start time of its first event
 * @param first number of its first event
 * @param last number of the last event that it took
 * @param step the step that took it
 * @param taken how many events that step took
 * @param aim the step that is to take the next one; beyond the steps where only the trailing {@code not} is left
 */
record PlainPartial(long start, int first, int last, int step, int taken, int aim) {}
