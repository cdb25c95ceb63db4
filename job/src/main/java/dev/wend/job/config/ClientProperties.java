package dev.wend.job.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings of a Kafka client, in the order in which they were written; printed without their values. */
public record ClientProperties(Map<String, String> values) {
  /** Keeps the order of {@code values}. */
  public ClientProperties {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  @Override
  public String toString() {
    return "ClientProperties" + values.keySet();
  }
}
