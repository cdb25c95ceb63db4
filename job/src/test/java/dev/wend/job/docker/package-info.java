/** The files with which the job is deployed, read as far as that goes without running them. */
package dev.wend.job.docker;
