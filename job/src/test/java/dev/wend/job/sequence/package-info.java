/** Pattern matchers, through the whole engine, against Flink's own CEP operator on the same events. */
package dev.wend.job.sequence;
