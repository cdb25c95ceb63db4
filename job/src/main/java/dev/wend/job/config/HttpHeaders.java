package dev.wend.job.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers of a request, in the order in which they were written; printed without their values. */
public record HttpHeaders(Map<String, String> values) {
  /** Keeps the order of {@code values}. */
  public HttpHeaders {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  @Override
  public String toString() {
    return "HttpHeaders" + values.keySet();
  }
}
