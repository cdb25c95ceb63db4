/** The keyed operator that hosts all scenarios: state, timers, watermarks. */
package dev.wend.job.operator;
