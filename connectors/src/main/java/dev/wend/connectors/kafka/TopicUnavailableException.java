package dev.wend.connectors.kafka;

import java.util.Optional;

/** A topic cannot be used; the message says why and names no value of a client's properties but the brokers' addresses. */
public final class TopicUnavailableException extends Exception {
  private static final long serialVersionUID = 1;

  TopicUnavailableException(String message, Optional<Throwable> cause) {
    super(message, cause.orElse(null));
  }
}
