package dev.wend.connectors.kafka;

import java.io.Serializable;

/** The topic that a record goes to. */
@FunctionalInterface
public interface TopicChoice<T> extends Serializable {
  String topic(T written);

  /** One topic for all. */
  static <T> TopicChoice<T> always(String topic) {
    return written -> topic;
  }
}
