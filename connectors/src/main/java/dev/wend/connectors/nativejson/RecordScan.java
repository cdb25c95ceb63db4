package dev.wend.connectors.nativejson;

import static dev.wend.connectors.nativejson.TextScan.byteAt;

import dev.wend.event.JsonText;
import java.nio.charset.StandardCharsets;

/**
 * One pass over the bytes of a record, which finds its {@link Field}s and builds nothing. Whatever it accepts is I-JSON that
 * {@link dev.wend.connectors.StrictJson} accepts too; of what that accepts, it gives up on long and deep records, numbers
 * with an exponent or very many digits, and names with escapes or of unusual length.
 */
final class RecordScan {
  private static final int MAX_LENGTH = 500_000;
  private static final int MAX_DEPTH = 64;
  private static final int MAX_NAME_LENGTH = 1_000;
  private static final int MAX_NUMBER_LENGTH = 300;

  private final byte[] json;
  private final NamesSeen names = new NamesSeen();
  private final int[] starts = new int[FieldTable.RECORD];
  private final int[] ends = new int[FieldTable.RECORD];
  private int objects;
  private int depth;

  private RecordScan(byte[] json) {
    this.json = json;
  }

  /** Scans a whole record. */
  static RecordScan of(byte[] json) throws Doubt {
    RecordScan scan = new RecordScan(json);
    scan.record();
    return scan;
  }

  /** Whether the field is not there, or null. */
  boolean isMissing(Field field) {
    return ends[field.index()] == 0 || json[starts[field.index()]] == 'n';
  }

  /** Whether the field is there, though it may be null. */
  boolean isThere(Field field) {
    return ends[field.index()] != 0;
  }

  /** Whether the field, which is there, is text. */
  boolean isText(Field field) {
    return json[starts[field.index()]] == '"';
  }

  /** Where the value of the field, which is there, begins. */
  int start(Field field) {
    return starts[field.index()];
  }

  /** Where the value of the field, which is there, has ended. */
  int end(Field field) {
    return ends[field.index()];
  }

  /** The text of a field, which is there; nothing else will do, nor will escapes. */
  String text(Field field) throws Doubt {
    int from = start(field) + 1;
    int to = end(field) - 1;
    if (!isText(field)) {
      throw new Doubt();
    }
    if (JsonText.endOfPlain(json, from) == to) {
      return new String(json, from, to - from, StandardCharsets.ISO_8859_1);
    }
    for (int at = from; at < to; at++) {
      if (json[at] == '\\') {
        throw new Doubt();
      }
    }
    return new String(json, from, to - from, StandardCharsets.UTF_8);
  }

  private void record() throws Doubt {
    int at = afterWhitespace(0);
    if (json.length > MAX_LENGTH || byteAt(json, at) != '{') {
      throw new Doubt();
    }
    if (afterWhitespace(object(at, FieldTable.RECORD)) != json.length) {
      throw new Doubt();
    }
  }

  private int value(int at, int field) throws Doubt {
    return switch (byteAt(json, at)) {
      case '"' -> TextScan.end(json, at + 1);
      case '{' -> object(at, field);
      case '[' -> list(at);
      case 't' -> word(at, "true");
      case 'f' -> word(at, "false");
      case 'n' -> word(at, "null");
      default -> number(at);
    };
  }

  /** Goes over an object that is {@code field}, or the record. */
  private int object(int opening, int field) throws Doubt {
    deeper();
    objects++;
    int number = objects;
    int at = afterWhitespace(opening + 1);
    boolean more = byteAt(json, at) != '}';
    while (more) {
      at = member(at, number, field);
      more = byteAt(json, at) == ',';
      at = more ? afterWhitespace(at + 1) : at;
    }
    return closed(at, '}');
  }

  private int member(int at, int object, int parent) throws Doubt {
    if (byteAt(json, at) != '"') {
      throw new Doubt();
    }
    int from = at + 1;
    int after = nameEnd(from);
    if (after - from > MAX_NAME_LENGTH) {
      throw new Doubt();
    }
    int hash = NameHash.of(json, from, after - 1);
    names.add(object, hash);
    int field = FieldTable.find(parent, json, from, after - 1, hash);
    int colon = afterWhitespace(after);
    if (byteAt(json, colon) != ':') {
      throw new Doubt();
    }
    int start = afterWhitespace(colon + 1);
    int end = value(start, field);
    if (field != FieldTable.NONE) {
      starts[field] = start;
      ends[field] = end;
    }
    return afterWhitespace(end);
  }

  private int nameEnd(int from) throws Doubt {
    int plain = JsonText.endOfPlain(json, from);
    if (byteAt(json, plain) == '"') {
      return plain + 1;
    }
    int end = TextScan.end(json, plain);
    for (int at = plain; at < end; at++) {
      if (json[at] == '\\') {
        throw new Doubt();
      }
    }
    return end;
  }

  private int list(int opening) throws Doubt {
    deeper();
    int at = afterWhitespace(opening + 1);
    boolean more = byteAt(json, at) != ']';
    while (more) {
      at = afterWhitespace(value(at, FieldTable.NONE));
      more = byteAt(json, at) == ',';
      at = more ? afterWhitespace(at + 1) : at;
    }
    return closed(at, ']');
  }

  private void deeper() throws Doubt {
    depth++;
    if (depth > MAX_DEPTH) {
      throw new Doubt();
    }
  }

  private int closed(int at, char bracket) throws Doubt {
    if (byteAt(json, at) != bracket) {
      throw new Doubt();
    }
    depth--;
    return at + 1;
  }

  private int word(int at, String word) throws Doubt {
    for (int index = 0; index < word.length(); index++) {
      if (byteAt(json, at + index) != word.charAt(index)) {
        throw new Doubt();
      }
    }
    return at + word.length();
  }

  private int number(int from) throws Doubt {
    int digits = json[from] == '-' ? from + 1 : from;
    int at = byteAt(json, digits) == '0' ? digits + 1 : afterDigits(digits);
    if (byteAt(json, at) == '.') {
      at = afterDigits(at + 1);
    }
    if (at - from > MAX_NUMBER_LENGTH) {
      throw new Doubt();
    }
    return at;
  }

  private int afterDigits(int from) throws Doubt {
    int at = from;
    while (byteAt(json, at) >= '0' && json[at] <= '9') {
      at++;
    }
    if (at == from) {
      throw new Doubt();
    }
    return at;
  }

  private int afterWhitespace(int from) {
    int at = from;
    while (at < json.length && isWhitespace(json[at])) {
      at++;
    }
    return at;
  }

  private static boolean isWhitespace(byte each) {
    return each == ' ' || each == '\n' || each == '\r' || each == '\t';
  }
}
