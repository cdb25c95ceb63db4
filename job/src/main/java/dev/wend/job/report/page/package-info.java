/** Writes a {@code Report} for people and for notebooks: a page, JSON and CSV. Knows nothing of how it was counted. */
package dev.wend.job.report.page;
