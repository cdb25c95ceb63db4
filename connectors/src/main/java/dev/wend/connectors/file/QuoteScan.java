package dev.wend.connectors.file;

/** Follows the quotes of CSV, byte by byte, to tell whether a line ends inside a quoted value. */
public final class QuoteScan {
  private enum State {
    AT_VALUE,
    PLAIN,
    QUOTED,
    AFTER_QUOTE,
    MALFORMED
  }

  private final byte quote;
  private final byte delimiter;
  private State state = State.AT_VALUE;

  /** Follows values with such quotes and delimiters, both ASCII. */
  public QuoteScan(char quote, char delimiter) {
    this.quote = (byte) quote;
    this.delimiter = (byte) delimiter;
  }

  private QuoteScan(QuoteScan other) {
    this.quote = other.quote;
    this.delimiter = other.delimiter;
  }

  /** Another one for the same quotes, at the beginning of a line. */
  QuoteScan anew() {
    return new QuoteScan(this);
  }

  /** Whether what comes next is part of a quoted value. */
  public boolean isOpen() {
    return state == State.QUOTED;
  }

  /** Whether a quote stood where none may stand; until the next line. */
  public boolean isMalformed() {
    return state == State.MALFORMED;
  }

  /** Begins a line. */
  public void begin() {
    state = State.AT_VALUE;
  }

  /** Goes on by some bytes of the line. */
  public void follow(byte[] bytes, int from, int to) {
    for (int index = from; index < to; index++) {
      state = after(bytes[index]);
    }
  }

  private State after(byte next) {
    return switch (state) {
      case AT_VALUE -> next == quote ? State.QUOTED : next == delimiter ? state : State.PLAIN;
      case PLAIN -> next == delimiter ? State.AT_VALUE : state;
      case QUOTED -> next == quote ? State.AFTER_QUOTE : state;
      case AFTER_QUOTE ->
          next == quote
              ? State.QUOTED
              : next == delimiter
                  ? State.AT_VALUE
                  : next == ' ' || next == '\r' ? state : State.MALFORMED;
      case MALFORMED -> state;
    };
  }
}
