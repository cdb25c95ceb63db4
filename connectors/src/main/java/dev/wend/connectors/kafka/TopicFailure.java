package dev.wend.connectors.kafka;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Says why a topic cannot be used. Kafka's own texts are left out: some of them hold values of properties. */
final class TopicFailure {
  private static final String BROKERS = "bootstrap.servers";
  private static final int DEPTH = 10;

  private final String topic;
  private final Properties properties;

  TopicFailure(String topic, Properties properties) {
    this.topic = topic;
    this.properties = properties;
  }

  TopicUnavailableException of(Throwable thrown) {
    Throwable failure = thrown instanceof ExecutionException ? thrown.getCause() : thrown;
    if (failure instanceof InterruptException || failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return refused(failure)
        .orElseGet(() -> new TopicUnavailableException(message(failure), Optional.of(failure)));
  }

  private String message(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return "no answer from the brokers " + properties.getProperty(BROKERS);
    } else if (failure instanceof UnknownTopicOrPartitionException) {
      return "the brokers have no topic '" + topic + "'";
    } else if (failure instanceof InvalidTopicException) {
      return "no topic can be named '" + topic + "'";
    } else if (failure instanceof AuthenticationException) {
      return "the brokers do not let the client in: look at its security, sasl and ssl properties";
    } else if (failure instanceof AuthorizationException) {
      return "the client has no right to do this with the topic '" + topic + "'";
    } else if (failure instanceof RecordTooLargeException) {
      return "the message is larger than the topic '" + topic + "' takes (max.message.bytes)";
    }
    return "Kafka failed with the topic '" + topic + "': " + failure.getClass().getSimpleName();
  }

  /** Names the properties that Kafka speaks of when it does not take them; the cause holds their values. */
  private Optional<TopicUnavailableException> refused(Throwable failure) {
    List<Throwable> causes =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEPTH).toList();
    if (causes.stream().noneMatch(TopicFailure::isOfProperties)) {
      return Optional.empty();
    }
    String named =
        properties.stringPropertyNames().stream()
            .filter(name -> causes.stream().anyMatch(cause -> says(cause, name)))
            .sorted()
            .collect(Collectors.joining(", "));
    String message =
        named.equals(BROKERS)
            ? "no broker can be found at " + properties.getProperty(BROKERS)
            : "Kafka does not take the client's properties" + (named.isEmpty() ? "" : ": " + named);
    return Optional.of(new TopicUnavailableException(message, Optional.empty()));
  }

  /** A bare exception of Kafka comes where a client cannot be made, for example of a broken login. */
  private static boolean isOfProperties(Throwable cause) {
    return cause instanceof ConfigException || cause.getClass() == KafkaException.class;
  }

  private static boolean says(Throwable cause, String name) {
    return cause.getMessage() != null && cause.getMessage().contains(name);
  }
}
