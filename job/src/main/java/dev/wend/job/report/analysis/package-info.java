/** Counts what the files of a replay hold, and hands it on as a {@code Report}. Knows nothing of pages. */
package dev.wend.job.report.analysis;
