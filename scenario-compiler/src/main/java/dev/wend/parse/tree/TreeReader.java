package dev.wend.parse.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.wend.issue.Issue;
import dev.wend.issue.IssueCode;
import dev.wend.issue.Severity;
import dev.wend.issue.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads JSON text as a tree; what is not JSON is one issue, never an exception. */
public final class TreeReader {
  private static final int DEEPEST = 100;
  private static final int LONGEST_NUMBER = 1_000;
  private static final int LONGEST_TEXT = 1_000_000;
  private static final int LONGEST_DOCUMENT = 20_000_000;
  private static final int MOST_TOKENS = 200_000;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(LONGEST_TEXT)
                  .maxDocumentLength(LONGEST_DOCUMENT)
                  .maxTokenCount(MOST_TOKENS)
                  .build())
          .build();
  private static final String OPENED_AT =
      "start marker at \\[Source: .*?; line: (\\d+), column: (\\d+)]";
  private static final String READER_SETTING = ", from `[^`]*`";

  private final Source source;
  private final Lines lines;
  private final List<Issue> issues = new ArrayList<>();

  private TreeReader(Source source) {
    this.source = source;
    this.lines = new Lines(source.text());
  }

  /**
   * What was read.
   *
   * @param root empty where the text is not JSON
   */
  public record Result(Optional<Tree> root, List<Issue> issues) {}

  /** Reads all of {@code source}. */
  public static Result read(Source source) {
    return new TreeReader(source).readAll();
  }

  private Result readAll() {
    try (JsonParser parser = JSON.createParser(source.text())) {
      Optional<Tree> root = readDocument(parser);
      return new Result(root, List.copyOf(issues));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Optional<Tree> readDocument(JsonParser parser) throws IOException {
    try {
      if (parser.nextToken() == null) {
        return notJson(0, "the document is empty");
      }
      Tree root = value(parser);
      if (parser.nextToken() != null) {
        return notJson(offset(parser), "expected the end of the document behind its one value");
      }
      return Optional.of(root);
    } catch (JsonProcessingException broken) {
      JsonLocation place =
          Optional.ofNullable(broken.getLocation()).orElseGet(parser::currentLocation);
      int at = (int) Math.max(0, place.getCharOffset());
      String message =
          broken
              .getOriginalMessage()
              .replaceAll(READER_SETTING, "")
              .replaceAll(OPENED_AT, "opened at $1:$2");
      return notJson(Math.min(at, source.text().length()), message);
    } catch (NumberFormatException absurdExponent) {
      return notJson(offset(parser), "a number with an exponent beyond what can be read");
    }
  }

  private Optional<Tree> notJson(int at, String message) {
    report(IssueCode.NOT_JSON, at, 1, message);
    return Optional.empty();
  }

  private Tree value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      default -> scalar(parser);
    };
  }

  private Tree object(JsonParser parser) throws IOException {
    int start = offset(parser);
    Set<String> keys = new HashSet<>();
    List<ObjectTree.Member> members = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyStart = offset(parser);
      int keyLength = lengthOfToken(keyStart);
      parser.nextToken();
      Tree value = value(parser);
      if (keys.add(key)) {
        members.add(new ObjectTree.Member(key, lines.locate(keyStart, keyLength), value));
      } else {
        report(
            IssueCode.DUPLICATE_KEY,
            keyStart,
            keyLength,
            "the key '" + key + "' stands twice in this object");
      }
    }
    return new ObjectTree(lines.locate(start, 1), List.copyOf(members));
  }

  private Tree list(JsonParser parser) throws IOException {
    int start = offset(parser);
    List<Tree> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser));
    }
    return new ListTree(lines.locate(start, 1), List.copyOf(elements));
  }

  private Tree scalar(JsonParser parser) throws IOException {
    int start = offset(parser);
    JsonNode value = scalarValue(parser);
    int length = lengthOfToken(start);
    if (value.isTextual() && hasHalfCharacter(value.textValue())) {
      report(IssueCode.NOT_JSON, start, length, "half of a surrogate pair, which is no character");
    }
    return new ScalarTree(lines.locate(start, length), value);
  }

  private static JsonNode scalarValue(JsonParser parser) throws IOException {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    return switch (parser.currentToken()) {
      case VALUE_STRING -> factory.textNode(parser.getText());
      case VALUE_TRUE -> factory.booleanNode(true);
      case VALUE_FALSE -> factory.booleanNode(false);
      case VALUE_NULL -> factory.nullNode();
      case VALUE_NUMBER_FLOAT -> factory.numberNode(parser.getDecimalValue());
      default ->
          switch (parser.getNumberType()) {
            case INT -> factory.numberNode(parser.getIntValue());
            case LONG -> factory.numberNode(parser.getLongValue());
            default -> factory.numberNode(parser.getBigIntegerValue());
          };
    };
  }

  private static boolean hasHalfCharacter(String text) {
    return text.codePoints()
        .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  private static int offset(JsonParser parser) {
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  private int lengthOfToken(int start) {
    String text = source.text();
    int end = start + 1;
    if (text.charAt(start) == '"') {
      while (text.charAt(end) != '"') {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      return end + 1 - start;
    }
    while (end < text.length() && isPartOfWord(text.charAt(end))) {
      end++;
    }
    return end - start;
  }

  private static boolean isPartOfWord(char next) {
    return Character.isLetterOrDigit(next) || next == '.' || next == '-' || next == '+';
  }

  private void report(IssueCode code, int at, int length, String message) {
    issues.add(
        new Issue(
            Severity.ERROR,
            code,
            source,
            Optional.of(lines.locate(at, length)),
            "document",
            message));
  }
}
