package dev.wend.connectors;

/** Why a record is not an event (SEMANTICS.md section 1). The ids are stable: outputs and counters carry them. */
public enum DeadLetterReason {
  /** Not UTF-8, not JSON, not an object, or beyond what is read: too deep, too long, numbers without a double. */
  INVALID_JSON("invalid-json"),
  /** {@code group}, {@code alias} and whatever is no type of record. */
  UNSUPPORTED_TYPE("unsupported-type"),
  /** A track without {@code event}, or a mapped custom event without name. */
  NO_EVENT_NAME("no-event-name"),
  /** {@code messageId}, {@code userId} or {@code anonymousId} is not text. */
  ID_NOT_TEXT("id-not-text"),
  NO_CUSTOMER("no-customer"),
  NO_TIMESTAMP("no-timestamp"),
  /** Not ISO-8601, without an offset, or outside the years 0000 to 9999. */
  UNREADABLE_TIMESTAMP("unreadable-timestamp"),
  /** Further ahead of the clock than {@code futureTolerance}. */
  FUTURE_TIMESTAMP("future-timestamp"),
  /** The properties or traits are neither an object nor missing. */
  UNREADABLE_PROPERTIES("unreadable-properties"),
  /** A row that is not CSV, or has more or fewer values than columns. */
  UNREADABLE_ROW("unreadable-row"),
  /** A value is not what the mapping says it is. */
  UNREADABLE_VALUE("unreadable-value"),
  /** No event of the mapping takes the row. */
  NOT_MAPPED("not-mapped"),
  /** Longer than a line may be. */
  LINE_TOO_LONG("line-too-long"),
  /** A message of a topic that has no value. */
  NO_VALUE("no-value"),
  /** A CloudEvent of which the content cannot be had. */
  UNREADABLE_ENVELOPE("unreadable-envelope"),
  /** The rest of the file cannot be read. */
  UNREADABLE_FILE("unreadable-file"),
  /** The engine failed with a valid event: a bug, which stays with its customer. */
  ENGINE_FAILURE("engine-failure"),
  /** A record that a sink gave up: the endpoint did not accept it, or it is larger than the topic takes. */
  DELIVERY_FAILED("delivery-failed");

  private final String id;

  DeadLetterReason(String id) {
    this.id = id;
  }

  /** The reason as dead-letter records write it. */
  public String id() {
    return id;
  }
}
