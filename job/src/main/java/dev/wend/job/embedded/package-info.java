/** Flink inside this process: what the live job and a replay are run with where they are not submitted to a cluster. */
package dev.wend.job.embedded;
