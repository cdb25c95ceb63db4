package dev.wend.event;

/** Where an event happened or an action is to be delivered (SEMANTICS.md section 1). */
public enum Channel {
  ONLINE("online"),
  OFFLINE("offline");

  private final String id;

  Channel(String id) {
    this.id = id;
  }

  /** The name as documents and records write it. */
  public String id() {
    return id;
  }

  /** Reads a channel as events carry it: whatever is not {@code offline} is online. */
  public static Channel ofEvent(String text) {
    return OFFLINE.id.equals(text) ? OFFLINE : ONLINE;
  }
}
