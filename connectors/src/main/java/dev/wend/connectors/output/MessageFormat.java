package dev.wend.connectors.output;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.event.StatusRecord;
import dev.wend.event.TraceRecord;
import java.io.Serializable;
import java.util.Optional;
import org.apache.flink.util.function.SerializableFunction;

/**
 * How the records of an output are written.
 *
 * @param whole as consumers see them
 * @param shortened what is written of one that is too large for a topic; empty where it becomes a dead letter
 */
public record MessageFormat<T>(
    SerializableFunction<T, OutputMessage> whole,
    SerializableFunction<T, Optional<OutputMessage>> shortened)
    implements Serializable {

  /** Half an action must never be taken for one. */
  public static MessageFormat<ActionRecord> actions() {
    return new MessageFormat<>(OutputMessage::of, action -> Optional.empty());
  }

  /** As with actions. */
  public static MessageFormat<TraceRecord> trace() {
    return new MessageFormat<>(OutputMessage::of, trace -> Optional.empty());
  }

  /** As with actions. */
  public static MessageFormat<CustomerEvent> late() {
    return new MessageFormat<>(OutputMessage::of, event -> Optional.empty());
  }

  /** Who asked must be answered, if only in short. */
  public static MessageFormat<StatusRecord> status() {
    return new MessageFormat<>(
        OutputMessage::of, status -> Optional.of(OutputMessage.of(status.shortened())));
  }

  /** There is no other place for them. */
  public static MessageFormat<DeadLetter> deadLetters() {
    return new MessageFormat<>(
        OutputMessage::of, letter -> Optional.of(OutputMessage.of(letter.shortened())));
  }
}
