package dev.wend.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;

/** Something that a customer did, or that was done to a customer (SEMANTICS.md section 1). Immutable. */
public final class CustomerEvent {
  /** What the action ids of profile changes begin with, by which their echoes are known. */
  public static final String ECHO_PREFIX = "self-";

  private final String messageId;
  private final String customerId;
  private final EventKind kind;
  private final String name;
  private final long timestamp;
  private final EventProperties properties;
  private final Channel channel;
  private final long checksum;

  /**
   * An event whose properties are held in either form.
   *
   * @param messageId unique; the key of deduplication
   * @param customerId whose timeline it belongs to
   * @param name the name of a custom event or screen; empty for other kinds
   * @param timestamp event time, epoch milliseconds
   * @param properties the event's properties (the traits of an {@code identify})
   * @param checksum CRC-32C, unsigned, of the record as read without its line end; it decides between different records
   *     of one {@code timestamp} and {@code messageId} (section 5, step 2)
   */
  public CustomerEvent(
      String messageId,
      String customerId,
      EventKind kind,
      String name,
      long timestamp,
      EventProperties properties,
      Channel channel,
      long checksum) {
    this.messageId = messageId;
    this.customerId = customerId;
    this.kind = kind;
    this.name = name;
    this.timestamp = timestamp;
    this.properties = properties;
    this.channel = channel;
    this.checksum = checksum;
  }

  /** An event with these properties, which are never modified. */
  public CustomerEvent(
      String messageId,
      String customerId,
      EventKind kind,
      String name,
      long timestamp,
      ObjectNode properties,
      Channel channel,
      long checksum) {
    this(
        messageId,
        customerId,
        kind,
        name,
        timestamp,
        EventProperties.of(properties),
        channel,
        checksum);
  }

  /** Unique; the key of deduplication. */
  public String messageId() {
    return messageId;
  }

  /** Whose timeline it belongs to. */
  public String customerId() {
    return customerId;
  }

  /** What it is about. */
  public EventKind kind() {
    return kind;
  }

  /** The name of a custom event or screen; empty for other kinds. */
  public String name() {
    return name;
  }

  /** Event time, epoch milliseconds. */
  public long timestamp() {
    return timestamp;
  }

  /** All properties; never modified. {@link #property} is cheaper where one is wanted. */
  public ObjectNode properties() {
    return properties.tree();
  }

  /** The top-level property {@code key}, a missing node where there is none. */
  public JsonNode property(String key) {
    return properties.property(key);
  }

  /** The properties as JSON in UTF-8; never modified. */
  public ByteBuffer propertiesJson() {
    return properties.json();
  }

  /** Where it happened. */
  public Channel channel() {
    return channel;
  }

  /** CRC-32C, unsigned, of the record as read. */
  public long checksum() {
    return checksum;
  }

  /** Whether this is the echo of a profile change that a scenario made itself (section 5, step 2). */
  public boolean isEcho() {
    JsonNode actionId = property(EventProperties.ACTION_ID);
    return actionId.isTextual() && actionId.textValue().startsWith(ECHO_PREFIX);
  }

  /** The text at the top-level property {@code key}; empty where it is missing or not text. */
  public Optional<String> textProperty(String key) {
    return Optional.ofNullable(property(key).textValue());
  }

  /** The event as an object with the fields of section 1, into which {@code trigger:} and {@code event:} point. */
  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("messageId", messageId);
    json.put("customerId", customerId);
    json.put("kind", kind.id());
    if (!name.isEmpty()) {
      json.put("name", name);
    }
    json.put("timestamp", timestamp);
    json.put("channel", channel.id());
    json.set("properties", properties());
    return json;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CustomerEvent that
        && timestamp == that.timestamp
        && checksum == that.checksum
        && kind == that.kind
        && channel == that.channel
        && messageId.equals(that.messageId)
        && customerId.equals(that.customerId)
        && name.equals(that.name)
        && properties().equals(that.properties());
  }

  @Override
  public int hashCode() {
    return Objects.hash(messageId, customerId, kind, name, timestamp, channel, checksum);
  }

  @Override
  public String toString() {
    return toJson().toString();
  }
}
