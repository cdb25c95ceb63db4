/** Two sets of scenarios over one history: who goes another way, and where the ways part. */
package dev.wend.job.compare;
