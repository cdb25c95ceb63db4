package dev.wend.connectors.kafka;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The properties of a Kafka client as Kafka names them, in the order in which they were written; secrets among them, so
 * that their values are never part of a text.
 */
public record ClientProperties(Map<String, String> values) implements Serializable {
  private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

  /** Keeps the order of {@code values}. */
  public ClientProperties {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * The properties of a client that can be started.
   *
   * @throws IllegalArgumentException without {@code bootstrap.servers}
   */
  public static ClientProperties of(Map<String, String> values) {
    if (values.getOrDefault(BOOTSTRAP_SERVERS, "").isBlank()) {
      throw new IllegalArgumentException("Kafka needs " + BOOTSTRAP_SERVERS);
    }
    return new ClientProperties(values);
  }

  /** Of a client of these brokers, each a host and a port. */
  public ClientProperties at(List<String> brokers) {
    Map<String, String> complete = new LinkedHashMap<>(values);
    complete.put(BOOTSTRAP_SERVERS, String.join(",", brokers));
    return of(complete);
  }

  /** The properties, over those that hold where nothing else is said. */
  Properties over(Map<String, String> defaults) {
    Properties properties = new Properties();
    properties.putAll(defaults);
    properties.putAll(values);
    return properties;
  }

  /** The names alone. */
  @Override
  public String toString() {
    return "ClientProperties" + values.keySet();
  }
}
