/** One customer's timeline, read back from the files of a replay. */
package dev.wend.job.trace;
