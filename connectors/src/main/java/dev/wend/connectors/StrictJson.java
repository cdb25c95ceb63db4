package dev.wend.connectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one JSON object of unknown origin: I-JSON (RFC 7493), so well-formed UTF-8 without lone surrogates, no key twice
 * in an object, numbers that a double can hold.
 */
public final class StrictJson {
  /** How deep objects and lists may lie in each other. */
  public static final int MAX_DEPTH = 200;

  private static final int MAX_SCALE = 1_000;
  private static final int MAX_TOKENS = 1_000_000;
  private static final Pattern PARSER_SOURCE = Pattern.compile(" \\(start marker at \\[.*?\\]\\)");
  private static final Pattern KEY_TWICE = Pattern.compile("Duplicate field '(.*?)' for .*");
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Double.MAX_VALUE);
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxTokenCount(MAX_TOKENS)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private StrictJson() {}

  /**
   * Reads a record.
   *
   * @throws InvalidRecordException with the reason, for whatever is not such an object
   */
  public static ObjectNode readObject(byte[] record) throws InvalidRecordException {
    String text = text(record);
    JsonNode value;
    try {
      value = MAPPER.readTree(text);
    } catch (JsonProcessingException invalid) {
      throw invalid(describe(invalid));
    } catch (NumberFormatException absurdExponent) {
      throw invalid("number beyond the range of a double: " + absurdExponent.getMessage());
    }
    if (!(value instanceof ObjectNode object)) {
      throw invalid("expected an object, found " + describe(value));
    }
    check(object, new ArrayList<>());
    return object;
  }

  /**
   * Decodes UTF-8.
   *
   * @throws InvalidRecordException when it is not UTF-8
   */
  public static String text(byte[] record) throws InvalidRecordException {
    String text = new String(record, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(record));
      } catch (CharacterCodingException malformed) {
        throw invalid("not UTF-8");
      }
    }
    return text;
  }

  private static void check(JsonNode value, List<String> path) throws InvalidRecordException {
    if (value.isTextual()) {
      checkText(value.textValue(), path);
    } else if (value.isBigDecimal() || value.isBigInteger()) {
      checkNumber(value.decimalValue(), path);
    } else if (value.isObject()) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        checkText(member.getKey(), path);
        checkPart(member.getValue(), member.getKey(), path);
      }
    } else if (value.isArray()) {
      for (int index = 0; index < value.size(); index++) {
        checkPart(value.get(index), "" + index, path);
      }
    }
  }

  private static void checkPart(JsonNode value, String name, List<String> path)
      throws InvalidRecordException {
    path.add(name);
    check(value, path);
    path.remove(path.size() - 1);
  }

  private static void checkText(String text, List<String> path) throws InvalidRecordException {
    for (int index = 0; index < text.length(); index++) {
      char unit = text.charAt(index);
      if (Character.isSurrogate(unit)) {
        boolean pair =
            Character.isHighSurrogate(unit)
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
        if (!pair) {
          throw invalid("lone surrogate at " + pointer(path));
        }
        index++;
      }
    }
  }

  private static void checkNumber(BigDecimal number, List<String> path)
      throws InvalidRecordException {
    if (Math.abs((long) number.scale()) > MAX_SCALE || number.abs().compareTo(LARGEST) > 0) {
      throw invalid("number beyond the range of a double at " + pointer(path));
    }
  }

  private static String pointer(List<String> path) {
    return '/' + String.join("/", path);
  }

  private static String describe(JsonNode value) {
    return value.isMissingNode() ? "nothing" : value.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private static String describe(JsonProcessingException invalid) {
    String message = invalid.getOriginalMessage().lines().findFirst().orElse("not JSON");
    String plain = PARSER_SOURCE.matcher(message).replaceAll("");
    Matcher twice = KEY_TWICE.matcher(plain);
    JsonLocation location = invalid.getLocation();
    return (twice.matches() ? "key '" + twice.group(1) + "' is there twice" : plain)
        + (location == null ? "" : place(location));
  }

  private static String place(JsonLocation location) {
    String line = location.getLineNr() > 1 ? "line " + location.getLineNr() + ", " : "";
    return " (" + line + "column " + location.getColumnNr() + ")";
  }

  private static InvalidRecordException invalid(String detail) {
    return new InvalidRecordException(DeadLetterReason.INVALID_JSON, detail);
  }
}
