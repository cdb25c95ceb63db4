/** The command line: one class a command, all of them listed in {@code Main}. */
package dev.wend.job.cli;
