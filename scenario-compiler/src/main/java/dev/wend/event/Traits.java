package dev.wend.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/** The traits of a customer as an object, or as JSON that is read when the object is first asked for. Never modified. */
public final class Traits {
  private static final byte[] UNWRITTEN = {};
  private static final int LENGTH_OF_NONE = 2;

  private final byte[] json;
  private ObjectNode fields;

  private Traits(byte[] json, ObjectNode fields) {
    this.json = json;
    this.fields = fields;
  }

  /** The traits in an object. */
  public static Traits of(ObjectNode fields) {
    return new Traits(UNWRITTEN, fields);
  }

  /** The traits that {@link #json} wrote. */
  public static Traits ofJson(byte[] json) {
    return json.length <= LENGTH_OF_NONE ? of(Json.object()) : new Traits(json, null);
  }

  /** By name, in the order in which they came. */
  public ObjectNode fields() {
    if (fields == null) {
      fields = (ObjectNode) Json.read(json);
    }
    return fields;
  }

  /** The object in UTF-8. */
  public byte[] json() {
    return isWritten() ? json : Json.bytes(fields);
  }

  public boolean isEmpty() {
    return !isWritten() && fields.isEmpty();
  }

  private boolean isWritten() {
    return json.length > 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Traits that
        && ((isWritten() && Arrays.equals(json, that.json)) || fields().equals(that.fields()));
  }

  @Override
  public int hashCode() {
    return fields().hashCode();
  }

  @Override
  public String toString() {
    return fields().toString();
  }
}
