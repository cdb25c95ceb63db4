/** The configuration of the live job: one YAML document, overridden by the environment and the command line. */
package dev.wend.job.config;
