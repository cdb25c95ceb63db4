/** What the analysis of a replay hands on to whatever draws it: plain values, nothing of how they were counted. */
package dev.wend.job.report.model;
