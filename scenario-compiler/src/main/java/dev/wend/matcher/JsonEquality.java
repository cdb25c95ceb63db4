package dev.wend.matcher;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Json;
import java.util.Map;

/** Equality by value: 1 equals 1.0, null members count as missing, missing equals nothing. */
public final class JsonEquality {
  private JsonEquality() {}

  /** Whether both are there and equal. */
  public static boolean equal(JsonNode left, JsonNode right) {
    if (Json.isMissing(left) || Json.isMissing(right)) {
      return false;
    }
    if (left.isNumber() && right.isNumber()) {
      return compareNumbers(left, right) == 0;
    }
    if (left.isArray() && right.isArray()) {
      return equalElements(left, right);
    }
    if (left.isObject() && right.isObject()) {
      return coveredBy(left, right) && coveredBy(right, left);
    }
    return left.equals(right);
  }

  /** Compares two numbers exactly, by value. */
  static int compareNumbers(JsonNode left, JsonNode right) {
    return isLong(left) && isLong(right)
        ? Long.compare(left.longValue(), right.longValue())
        : left.decimalValue().compareTo(right.decimalValue());
  }

  private static boolean isLong(JsonNode number) {
    return number.isInt() || number.isLong();
  }

  private static boolean equalElements(JsonNode left, JsonNode right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int index = 0; index < left.size(); index++) {
      boolean bothNull = left.get(index).isNull() && right.get(index).isNull();
      if (!bothNull && !equal(left.get(index), right.get(index))) {
        return false;
      }
    }
    return true;
  }

  private static boolean coveredBy(JsonNode part, JsonNode whole) {
    for (Map.Entry<String, JsonNode> member : part.properties()) {
      if (!member.getValue().isNull() && !equal(member.getValue(), whole.path(member.getKey()))) {
        return false;
      }
    }
    return true;
  }
}
