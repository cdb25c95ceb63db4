package dev.wend.connectors.nativejson;

import dev.wend.event.EventProperties;
import java.util.Optional;

/** The fields of a native record that a scan finds, each after the object in which it lies. */
enum Field {
  TYPE(0, "type"),
  EVENT(1, "event"),
  MESSAGE_ID(2, "messageId"),
  USER_ID(3, "userId"),
  ANONYMOUS_ID(4, "anonymousId"),
  TIMESTAMP(5, "timestamp"),
  NAME(6, "name"),
  TRAITS(7, "traits"),
  CONTEXT(8, "context"),
  CONTEXT_CHANNEL(9, CONTEXT, "channel"),
  CONTEXT_PAGE(10, CONTEXT, "page"),
  CONTEXT_URL(11, CONTEXT_PAGE, "url"),
  CONTEXT_PATH(12, CONTEXT_PAGE, "path"),
  CONTEXT_REFERRER(13, CONTEXT_PAGE, "referrer"),
  PROPERTIES(14, "properties"),
  CHANNEL(15, PROPERTIES, "channel"),
  URL(16, PROPERTIES, "url"),
  PATH(17, PROPERTIES, "path"),
  REFERRER(18, PROPERTIES, "referrer"),
  SCREEN_NAME(19, PROPERTIES, "name"),
  CONSENT(20, PROPERTIES, "consent"),
  ACTION_ID(21, PROPERTIES, EventProperties.ACTION_ID),
  TRAITS_ACTION_ID(22, TRAITS, EventProperties.ACTION_ID);

  private final int index;
  private final Optional<Field> parent;
  private final String key;

  Field(int index, String key) {
    this.index = index;
    this.parent = Optional.empty();
    this.key = key;
  }

  Field(int index, Field parent, String key) {
    this.index = index;
    this.parent = Optional.of(parent);
    this.key = key;
  }

  /** Its number, from 0. */
  int index() {
    return index;
  }

  /** The object in which it lies; empty at the top level. */
  Optional<Field> parent() {
    return parent;
  }

  /** Its name in that object. */
  String key() {
    return key;
  }
}
