package dev.wend.matcher;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Json;
import dev.wend.event.Utf8Order;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** The comparisons of SEMANTICS.md section 3. None of them ever throws. */
public enum Operator {
  EQ("eq"),
  NE("ne"),
  GT("gt"),
  GTE("gte"),
  LT("lt"),
  LTE("lte"),
  IN("in"),
  NOT_IN("not-in"),
  CONTAINS("contains"),
  STARTS_WITH("starts-with"),
  ENDS_WITH("ends-with"),
  MATCHES("matches"),
  EXISTS("exists"),
  NOT_EXISTS("not-exists");

  private final String id;

  Operator(String id) {
    this.id = id;
  }

  /** The operator as documents write it. */
  public String id() {
    return id;
  }

  /** Finds the operator with that {@link #id()}. */
  public static Optional<Operator> of(String id) {
    return Arrays.stream(values()).filter(operator -> operator.id.equals(id)).findFirst();
  }

  /** Whether it compares with a value at all. */
  public boolean takesValue() {
    return this != EXISTS && this != NOT_EXISTS;
  }

  /**
   * Compares; {@code matches} is decided by {@link Comparison}, which holds the compiled expression.
   *
   * @param actual what the event or profile has, a missing node where it has nothing
   * @param expected what the document asks for, a missing node where a reference points to nothing
   */
  boolean holds(JsonNode actual, JsonNode expected) {
    return switch (this) {
      case EQ -> JsonEquality.equal(actual, expected);
      case NE -> !JsonEquality.equal(actual, expected);
      case IN -> isIn(actual, expected);
      case NOT_IN -> !isIn(actual, expected);
      case EXISTS -> !Json.isMissing(actual);
      case NOT_EXISTS -> Json.isMissing(actual);
      case GT -> order(actual, expected).orElse(0) > 0;
      case LT -> order(actual, expected).orElse(0) < 0;
      case GTE -> order(actual, expected).orElse(-1) >= 0;
      case LTE -> order(actual, expected).orElse(1) <= 0;
      case CONTAINS -> contains(actual, expected);
      case STARTS_WITH ->
          bothText(actual, expected) && actual.textValue().startsWith(expected.textValue());
      case ENDS_WITH ->
          bothText(actual, expected) && actual.textValue().endsWith(expected.textValue());
      case MATCHES -> false;
    };
  }

  private static boolean isIn(JsonNode actual, JsonNode list) {
    if (Json.isMissing(actual) || !list.isArray()) {
      return false;
    }
    for (JsonNode element : list) {
      if (JsonEquality.equal(actual, element)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(JsonNode actual, JsonNode part) {
    return bothText(actual, part)
        ? actual.textValue().contains(part.textValue())
        : isIn(part, actual);
  }

  private static boolean bothText(JsonNode left, JsonNode right) {
    return left.isTextual() && right.isTextual();
  }

  private static OptionalInt order(JsonNode left, JsonNode right) {
    if (left.isNumber() && right.isNumber()) {
      return OptionalInt.of(JsonEquality.compareNumbers(left, right));
    }
    if (bothText(left, right)) {
      return OptionalInt.of(Utf8Order.INSTANCE.compare(left.textValue(), right.textValue()));
    }
    return OptionalInt.empty();
  }
}
