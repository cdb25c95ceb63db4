package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.InvalidRecordException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A change of a value, in the order in which a mapping applies them. */
sealed interface Transform {
  /** The changed value. */
  JsonNode apply(JsonNode value, Row row) throws InvalidRecordException;

  /** Without a beginning, where it has it. */
  record RemovePrefix(String prefix) implements Transform {
    @Override
    public JsonNode apply(JsonNode value, Row row) throws InvalidRecordException {
      String text = text(value);
      return text.startsWith(prefix) ? TextNode.valueOf(text.substring(prefix.length())) : value;
    }
  }

  /** Without an ending, where it has it: {@code 17850.0} without {@code .0}. */
  record RemoveSuffix(String suffix) implements Transform {
    @Override
    public JsonNode apply(JsonNode value, Row row) throws InvalidRecordException {
      String text = text(value);
      return text.endsWith(suffix)
          ? TextNode.valueOf(text.substring(0, text.length() - suffix.length()))
          : value;
    }
  }

  /** In lower case. */
  record LowerCase() implements Transform {
    @Override
    public JsonNode apply(JsonNode value, Row row) throws InvalidRecordException {
      return TextNode.valueOf(text(value).toLowerCase(Locale.ROOT));
    }
  }

  /** What a table holds for it. */
  record Lookup(String table) implements Transform {
    @Override
    public JsonNode apply(JsonNode value, Row row) throws InvalidRecordException {
      return row.lookup(table, text(value));
    }
  }

  /** A constant in place of a missing value. */
  record Otherwise(JsonNode constant) implements Transform {
    @Override
    public JsonNode apply(JsonNode value, Row row) {
      return value.isMissingNode() ? constant : value;
    }
  }

  /** As text. */
  record AsText() implements Transform {
    @Override
    public JsonNode apply(JsonNode value, Row row) throws InvalidRecordException {
      return value.isTextual() ? value : TextNode.valueOf(text(value));
    }
  }

  /** As a number. */
  record AsNumber() implements Transform {
    @Override
    public JsonNode apply(JsonNode value, Row row) throws InvalidRecordException {
      return value.isNumber() ? value : Numbers.read(value);
    }
  }

  /** A number written for people, {@code 1.234,50} or {@code 1,234.50}, as programs write it. */
  record PlainNumber(char decimal, Pattern form) implements Transform {
    PlainNumber(char decimal) {
      this(
          decimal,
          Pattern.compile(
              "([+-]?)([0-9]{1,3}(?:([%s '\u00A0\u202F\u2019])[0-9]{3}(?:\\3[0-9]{3})*)?|[0-9]+)(?:[%s]([0-9]*))?"
                  .formatted(decimal == ',' ? "." : ",", decimal)));
    }

    @Override
    public JsonNode apply(JsonNode value, Row row) throws InvalidRecordException {
      if (!value.isTextual()) {
        return value;
      }
      Matcher number = form.matcher(value.textValue().strip());
      if (!number.matches()) {
        throw unreadable(value, "a number with \"" + decimal + "\" before its decimals");
      }
      String whole = number.group(2).replaceAll("[^0-9]", "");
      String decimals = number.group(4) == null ? "" : "." + number.group(4);
      return TextNode.valueOf(number.group(1) + whole + decimals);
    }
  }

  /** As true or false. */
  record AsBoolean() implements Transform {
    @Override
    public JsonNode apply(JsonNode value, Row row) throws InvalidRecordException {
      return switch (text(value).toLowerCase(Locale.ROOT)) {
        case "true", "yes", "y", "1" -> BooleanNode.TRUE;
        case "false", "no", "n", "0" -> BooleanNode.FALSE;
        default -> throw unreadable(value, "true or false");
      };
    }
  }

  /** The number with the other sign. */
  record Negate() implements Transform {
    @Override
    public JsonNode apply(JsonNode value, Row row) throws InvalidRecordException {
      return Numbers.node(Numbers.read(value).decimalValue().negate());
    }
  }

  /** A scalar as text. */
  static String text(JsonNode value) throws InvalidRecordException {
    if (value.isContainerNode()) {
      throw unreadable(value, "a single value");
    }
    return value.asText();
  }

  /** The dead letter of a value that is not what the mapping says. */
  static InvalidRecordException unreadable(JsonNode value, String expected) {
    return new InvalidRecordException(
        DeadLetterReason.UNREADABLE_VALUE, "expected " + expected + ", found " + value);
  }
}
