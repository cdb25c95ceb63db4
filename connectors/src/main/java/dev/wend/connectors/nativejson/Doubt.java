package dev.wend.connectors.nativejson;

/** A scan gives up: the record is wrong, or so unusual that it is left to {@link TreeDecoder}. */
final class Doubt extends Exception {
  private static final long serialVersionUID = 1;

  /** Nobody asks where it comes from. */
  Doubt() {
    super("", null, false, false);
  }
}
