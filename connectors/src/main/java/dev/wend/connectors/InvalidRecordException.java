package dev.wend.connectors;

/** A record is not an event; the message is the detail of its dead letter. */
public final class InvalidRecordException extends Exception {
  private static final int LONGEST_DETAIL = 500;

  private final DeadLetterReason reason;

  /** Says why, in words for the dead letter; of very long ones the beginning. */
  public InvalidRecordException(DeadLetterReason reason, String detail) {
    super(cut(detail), null, false, false);
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

  private static String cut(String detail) {
    if (detail.length() <= LONGEST_DETAIL) {
      return detail;
    }
    int end =
        LONGEST_DETAIL - (Character.isHighSurrogate(detail.charAt(LONGEST_DETAIL - 1)) ? 1 : 0);
    return detail.substring(0, end) + "…";
  }
}
