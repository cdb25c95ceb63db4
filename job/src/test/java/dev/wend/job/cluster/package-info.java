/** The job on a Kafka broker and a Flink cluster that are processes of their own, as in production. */
package dev.wend.job.cluster;
