package dev.wend.connectors;

/** A record is not an event; the message is the detail of its dead letter. */
public final class InvalidRecordException extends Exception {
  private final DeadLetterReason reason;

  /** Says why, in words for the dead letter. */
  public InvalidRecordException(DeadLetterReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  /** The reason of the dead letter. */
  public DeadLetterReason reason() {
    return reason;
  }

  /** The record as rejected. */
  public Decoded.Rejected rejected() {
    return new Decoded.Rejected(reason, getMessage());
  }
}
