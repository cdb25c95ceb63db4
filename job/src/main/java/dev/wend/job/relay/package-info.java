/** Tells deployments to tasks that have no input for them, because they are chained to a source. */
package dev.wend.job.relay;
