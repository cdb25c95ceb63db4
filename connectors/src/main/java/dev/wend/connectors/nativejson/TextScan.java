package dev.wend.connectors.nativejson;

import dev.wend.event.JsonText;

/** Goes over the texts of JSON, which must be well-formed UTF-8 without lone surrogates. */
final class TextScan {
  private static final int ESCAPED_UNIT_LENGTH = 6;

  private TextScan() {}

  /** The index after the closing quotation mark of the text whose content begins at {@code from}. */
  static int end(byte[] json, int from) throws Doubt {
    int at = JsonText.endOfPlain(json, from);
    while (byteAt(json, at) != '"') {
      byte special = json[at];
      if (special == '\\') {
        at = afterEscape(json, at);
      } else if (special < 0) {
        at = afterCharacter(json, at);
      } else {
        throw new Doubt();
      }
      at = JsonText.endOfPlain(json, at);
    }
    return at + 1;
  }

  static byte byteAt(byte[] json, int at) throws Doubt {
    if (at >= json.length) {
      throw new Doubt();
    }
    return json[at];
  }

  private static int afterEscape(byte[] json, int at) throws Doubt {
    switch (byteAt(json, at + 1)) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
        return at + 2;
      }
      case 'u' -> {
        return afterUnit(json, at);
      }
      default -> throw new Doubt();
    }
  }

  private static int afterUnit(byte[] json, int at) throws Doubt {
    char unit = unit(json, at);
    int after = at + ESCAPED_UNIT_LENGTH;
    if (!Character.isSurrogate(unit)) {
      return after;
    }
    boolean pair =
        Character.isHighSurrogate(unit)
            && byteAt(json, after) == '\\'
            && byteAt(json, after + 1) == 'u'
            && Character.isLowSurrogate(unit(json, after));
    if (!pair) {
      throw new Doubt();
    }
    return after + ESCAPED_UNIT_LENGTH;
  }

  private static char unit(byte[] json, int at) throws Doubt {
    int unit = 0;
    for (int index = at + 2; index < at + ESCAPED_UNIT_LENGTH; index++) {
      byte letter = byteAt(json, index);
      int digit = letter < 0 ? -1 : Character.digit(letter, 16);
      if (digit < 0) {
        throw new Doubt();
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  /** The well-formed sequences of bytes are those of table 3-7 of the Unicode standard. */
  private static int afterCharacter(byte[] json, int at) throws Doubt {
    int first = Byte.toUnsignedInt(json[at]);
    if (first >= 0xC2 && first <= 0xDF) {
      return after(json, at + 1, 1, 0x80, 0xBF);
    }
    if ((first & 0xF0) == 0xE0) {
      return after(json, at + 1, 2, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
    }
    if (first >= 0xF0 && first <= 0xF4) {
      return after(json, at + 1, 3, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
    }
    throw new Doubt();
  }

  private static int after(byte[] json, int from, int count, int least, int most) throws Doubt {
    int second = Byte.toUnsignedInt(byteAt(json, from));
    if (second < least || second > most) {
      throw new Doubt();
    }
    for (int index = from + 1; index < from + count; index++) {
      if ((byteAt(json, index) & 0xC0) != 0x80) {
        throw new Doubt();
      }
    }
    return from + count;
  }
}
