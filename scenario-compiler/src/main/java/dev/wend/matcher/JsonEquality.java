package dev.wend.matcher;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Json;

/** Equality by value: 1 equals 1.0, null members count as missing, missing equals nothing. */
public final class JsonEquality {
  private JsonEquality() {}

  /** Whether both are there and equal. */
  public static boolean equal(JsonNode left, JsonNode right) {
    if (Json.isMissing(left) || Json.isMissing(right)) {
      return false;
    }
    if (left.isNumber() && right.isNumber()) {
      return left.decimalValue().compareTo(right.decimalValue()) == 0;
    }
    if (left.isArray() && right.isArray()) {
      return equalElements(left, right);
    }
    if (left.isObject() && right.isObject()) {
      return coveredBy(left, right) && coveredBy(right, left);
    }
    return left.equals(right);
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
    return part.properties().stream()
        .allMatch(
            member ->
                member.getValue().isNull()
                    || equal(member.getValue(), whole.path(member.getKey())));
  }
}
