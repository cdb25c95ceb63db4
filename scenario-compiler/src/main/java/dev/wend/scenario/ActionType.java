package dev.wend.scenario;

/** The actions of SEMANTICS.md section 2. */
public enum ActionType {
  SEND_EMAIL("send-email"),
  SEND_PUSH("send-push"),
  SEND_SMS("send-sms"),
  SEND_COUPON("send-coupon"),
  DYNAMIC_CONTENT("dynamic-content"),
  ADD_TAG("add-tag"),
  REMOVE_TAG("remove-tag"),
  UPDATE_FIELD("update-field"),
  WEBHOOK("webhook");

  private final String id;

  ActionType(String id) {
    this.id = id;
  }

  /** The type as documents and action records write it. */
  public String id() {
    return id;
  }

  /** Whether it changes the profile, and so makes an internal event. */
  public boolean changesProfile() {
    return switch (this) {
      case ADD_TAG, REMOVE_TAG, UPDATE_FIELD -> true;
      default -> false;
    };
  }
}
