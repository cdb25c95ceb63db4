package dev.wend.job.reference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.matcher.Operator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The operators of section 3. */
final class PlainComparison {
  private PlainComparison() {}

  static boolean holds(JsonNode actual, Operator operator, JsonNode value) {
    return switch (operator) {
      case EXISTS -> !isMissing(actual);
      case NOT_EXISTS -> isMissing(actual);
      case EQ -> equal(actual, value);
      case NE -> !equal(actual, value);
      case IN -> isElement(actual, value);
      case NOT_IN -> !isElement(actual, value);
      case GT -> comparable(actual, value) && compare(actual, value) > 0;
      case GTE -> comparable(actual, value) && compare(actual, value) >= 0;
      case LT -> comparable(actual, value) && compare(actual, value) < 0;
      case LTE -> comparable(actual, value) && compare(actual, value) <= 0;
      case CONTAINS ->
          actual.isArray()
              ? isElement(value, actual)
              : texts(actual, value) && actual.textValue().contains(value.textValue());
      case STARTS_WITH -> texts(actual, value) && actual.textValue().startsWith(value.textValue());
      case ENDS_WITH -> texts(actual, value) && actual.textValue().endsWith(value.textValue());
      case MATCHES ->
          texts(actual, value) && Pattern.matches(value.textValue(), actual.textValue());
    };
  }

  /** Null counts as missing everywhere. */
  static boolean isMissing(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  static boolean equal(JsonNode left, JsonNode right) {
    if (isMissing(left) || isMissing(right)) {
      return false;
    }
    return same(left, right);
  }

  /** Equality where two missing values are the same. */
  static boolean same(JsonNode left, JsonNode right) {
    if (isMissing(left) || isMissing(right)) {
      return isMissing(left) && isMissing(right);
    }
    if (left.isNumber() && right.isNumber()) {
      return left.decimalValue().compareTo(right.decimalValue()) == 0;
    }
    if (left.isArray() && right.isArray()) {
      return sameElements(left, right);
    }
    if (left.isObject() && right.isObject()) {
      return sameMembers(left, right) && sameMembers(right, left);
    }
    if (texts(left, right)) {
      return left.textValue().equals(right.textValue());
    }
    return left.isBoolean() && right.isBoolean() && left.booleanValue() == right.booleanValue();
  }

  static int compareTexts(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean sameElements(JsonNode left, JsonNode right) {
    boolean same = left.size() == right.size();
    for (int index = 0; same && index < left.size(); index++) {
      same = same(left.get(index), right.get(index));
    }
    return same;
  }

  private static boolean sameMembers(JsonNode left, JsonNode right) {
    return left.properties().stream()
        .allMatch(member -> same(member.getValue(), right.path(member.getKey())));
  }

  private static boolean isElement(JsonNode value, JsonNode list) {
    boolean found = false;
    for (JsonNode element : list.isArray() ? list : Plain.NO_VALUES) {
      found |= equal(value, element);
    }
    return found;
  }

  private static boolean comparable(JsonNode left, JsonNode right) {
    return texts(left, right) || (left.isNumber() && right.isNumber());
  }

  private static int compare(JsonNode left, JsonNode right) {
    return left.isNumber()
        ? left.decimalValue().compareTo(right.decimalValue())
        : compareTexts(left.textValue(), right.textValue());
  }

  private static boolean texts(JsonNode left, JsonNode right) {
    return left.isTextual() && right.isTextual();
  }
}
