package dev.wend.connectors.kafka;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.CustomerEvent;
import java.util.List;
import org.apache.flink.types.Either;

/**
 * One message of a partition; a mapping may find nothing in it, or several events.
 *
 * @param nextOffset behind the message
 */
record Message(long nextOffset, List<Either<CustomerEvent, DeadLetter>> contents) {}
