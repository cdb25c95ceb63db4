package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.wend.connectors.InvalidRecordException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Exact numbers, as nodes such as the JSON parser makes of the same digits. */
final class Numbers {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]{1,300}(\\.[0-9]{0,300})?([eE][+-]?[0-9]{1,3})?");

  private Numbers() {}

  /** The number that a value is or writes. */
  static JsonNode read(JsonNode value) throws InvalidRecordException {
    if (value.isNumber()) {
      return value;
    }
    if (!value.isTextual() || !NUMBER.matcher(value.textValue()).matches()) {
      throw Transform.unreadable(value, "a number");
    }
    BigDecimal number = new BigDecimal(value.textValue());
    if (Double.isInfinite(number.doubleValue())) {
      throw Transform.unreadable(value, "a number that a double can hold");
    }
    return node(number);
  }

  /** The number as a node. */
  static JsonNode node(BigDecimal number) {
    if (number.scale() != 0) {
      return DecimalNode.valueOf(number);
    }
    if (number.precision() > 18) {
      return BigIntegerNode.valueOf(number.toBigIntegerExact());
    }
    long value = number.longValueExact();
    return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
  }
}
