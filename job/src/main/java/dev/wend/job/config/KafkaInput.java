package dev.wend.job.config;

import dev.wend.connectors.kafka.ClientProperties;
import dev.wend.connectors.kafka.StartFrom;
import dev.wend.connectors.kafka.Topics;
import java.util.List;

/**
 * The topics of the events.
 *
 * @param bootstrapServers each a host and a port
 * @param properties of the consumer, as Kafka names them
 */
public record KafkaInput(
    List<String> bootstrapServers,
    Topics topics,
    String groupId,
    StartFrom start,
    ClientProperties properties) {}
