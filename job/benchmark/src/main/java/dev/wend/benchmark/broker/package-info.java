/** A Kafka broker beside the measured process. */
package dev.wend.benchmark.broker;
