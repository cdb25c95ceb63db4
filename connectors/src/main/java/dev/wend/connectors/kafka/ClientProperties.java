package dev.wend.connectors.kafka;

import java.io.Serializable;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The properties of a Kafka client, secrets among them: their values are never part of a text. */
public final class ClientProperties implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

  private final TreeMap<String, String> values;

  private ClientProperties(Map<String, String> values) {
    this.values = new TreeMap<>(values);
  }

  /**
   * The properties as Kafka names them.
   *
   * @throws IllegalArgumentException without {@code bootstrap.servers}
   */
  public static ClientProperties of(Map<String, String> values) {
    if (values.getOrDefault(BOOTSTRAP_SERVERS, "").isBlank()) {
      throw new IllegalArgumentException("Kafka needs " + BOOTSTRAP_SERVERS);
    }
    return new ClientProperties(values);
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
