package dev.wend.connectors.nativejson;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wend.event.EventProperties;

/** The JSON of a record's properties, its key fields laid into it as {@link KeyFields} lays them into the tree. */
final class KeyFieldText {
  private static final byte[] EMPTY = "{}".getBytes(UTF_8);
  private static final byte[] URL = "\"url\":".getBytes(UTF_8);
  private static final byte[] PATH = "\"path\":".getBytes(UTF_8);
  private static final byte[] REFERRER = "\"referrer\":".getBytes(UTF_8);
  private static final byte[] NAME = "\"name\":".getBytes(UTF_8);
  private static final byte[] WITHDRAWN = "\"consent\":\"email\"".getBytes(UTF_8);

  private final byte[] record;
  private final RecordScan scan;
  private byte[] json;
  private int from;
  private int to;

  /** Takes the properties out of this record. */
  KeyFieldText(byte[] record, RecordScan scan) {
    this.record = record;
    this.scan = scan;
    this.json = record;
  }

  EventProperties properties(NativeRecord kind) throws Doubt {
    boolean isIdentify = kind == NativeRecord.IDENTIFY;
    find(isIdentify ? Field.TRAITS : Field.PROPERTIES);
    switch (kind) {
      case PAGE -> {
        lay(URL, Field.URL, Field.CONTEXT_URL);
        lay(PATH, Field.PATH, Field.CONTEXT_PATH);
        lay(REFERRER, Field.REFERRER, Field.CONTEXT_REFERRER);
      }
      case SCREEN -> lay(NAME, Field.SCREEN_NAME, Field.NAME);
      case UNSUBSCRIBED -> {
        mustNotBeThere(Field.CONSENT);
        append(WITHDRAWN, EMPTY, 0, 0);
      }
      default -> {
        // Every other kind carries its key fields as properties of these very names.
      }
    }
    return scan.isThere(isIdentify ? Field.TRAITS_ACTION_ID : Field.ACTION_ID)
        ? EventProperties.of(json, from, to)
        : EventProperties.withoutActionId(json, from, to);
  }

  private void find(Field field) throws Doubt {
    if (scan.isMissing(field)) {
      json = EMPTY;
      to = EMPTY.length;
    } else if (record[scan.start(field)] == '{') {
      from = scan.start(field);
      to = scan.end(field);
    } else {
      throw new Doubt();
    }
  }

  /** A null of the properties would have to be replaced where it stands. */
  private void lay(byte[] name, Field own, Field other) throws Doubt {
    if (scan.isMissing(own) && !scan.isMissing(other)) {
      mustNotBeThere(own);
      append(name, record, scan.start(other), scan.end(other));
    }
  }

  private void mustNotBeThere(Field field) throws Doubt {
    if (scan.isThere(field)) {
      throw new Doubt();
    }
  }

  private void append(byte[] name, byte[] value, int start, int end) {
    int kept = to - 1 - from;
    int separator = isEmpty() ? 0 : 1;
    byte[] longer = new byte[kept + separator + name.length + end - start + 1];
    System.arraycopy(json, from, longer, 0, kept);
    if (separator > 0) {
      longer[kept] = ',';
    }
    System.arraycopy(name, 0, longer, kept + separator, name.length);
    System.arraycopy(value, start, longer, kept + separator + name.length, end - start);
    longer[longer.length - 1] = '}';
    json = longer;
    from = 0;
    to = longer.length;
  }

  private boolean isEmpty() {
    int last = to - 2;
    while (json[last] >= 0 && json[last] <= ' ') {
      last--;
    }
    return last == from;
  }
}
