package dev.wend.job.topology;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.kafka.ControlMessage;
import dev.wend.event.CustomerEvent;
import dev.wend.job.deployment.Beginning;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.types.Either;

/**
 * What a live job is made of.
 *
 * @param events and dead letters, with the watermarks of the source's own clock
 * @param requests of the control topic that came after the beginning
 * @param dedupHorizon how long a message id stays taken, in event time
 * @param profileRetention how long after the last event a customer in whom nothing waits is kept; empty for ever
 */
public record LivePlan(
    Source<Either<CustomerEvent, DeadLetter>, ?, ?> events,
    Source<ControlMessage, ?, ?> requests,
    Beginning beginning,
    Duration dedupHorizon,
    Optional<Duration> profileRetention) {}
