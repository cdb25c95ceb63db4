/** Kafka topics: events read from them, and records written to them. */
package dev.wend.connectors.kafka;
