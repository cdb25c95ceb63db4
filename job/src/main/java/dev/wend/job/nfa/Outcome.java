package dev.wend.job.nfa;

/**
 * What came of one step of a run.
 *
 * @param matched a match was completed: by the event that was fed, or by a trailing NOT whose time has passed
 * @param timedOut a partial match left its window without being completed
 * @param over nothing waits any more: no partial match has begun, and no completed match is held back
 * @param givenUp how many partial matches were too many
 */
public record Outcome(boolean matched, boolean timedOut, boolean over, int givenUp) {}
