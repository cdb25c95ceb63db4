package dev.wend.event;

/**
 * The event by which an instance entered, as action records name it.
 *
 * @param timestamp epoch milliseconds
 */
public record TriggerReference(String messageId, EventKind kind, long timestamp) {}
