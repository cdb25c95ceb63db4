/** Replay of history from files (SEMANTICS.md section 6): read, run by the same operator as live, sort, sum up. */
package dev.wend.job.replay;
