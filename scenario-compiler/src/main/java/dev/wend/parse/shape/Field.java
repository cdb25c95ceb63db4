package dev.wend.parse.shape;

/**
 * A key of an object.
 *
 * @param description what it means; for a refused one where it belongs
 */
public record Field<T>(String name, Shape<T> shape, Presence presence, String description) {

  /** Whether a key stands in an object. */
  public enum Presence {
    REQUIRED,
    OPTIONAL,
    /** A key that somebody may well write, but that has no meaning here. */
    REFUSED
  }

  /** A key that must be there. */
  public static <T> Field<T> required(String name, Shape<T> shape, String description) {
    return new Field<>(name, shape, Presence.REQUIRED, description);
  }

  /** A key that may be there. */
  public static <T> Field<T> optional(String name, Shape<T> shape, String description) {
    return new Field<>(name, shape, Presence.OPTIONAL, description);
  }

  /** A key that must not be there; {@code message} says why. */
  public static Field<?> refused(String name, String message) {
    return new Field<>(name, AnyValue.SHAPE, Presence.REFUSED, message);
  }
}
