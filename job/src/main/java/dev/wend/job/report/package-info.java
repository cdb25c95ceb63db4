/** What people read of a run: counts per scenario, tables, pictures. */
package dev.wend.job.report;
