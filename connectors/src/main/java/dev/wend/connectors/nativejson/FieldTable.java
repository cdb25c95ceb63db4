package dev.wend.connectors.nativejson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Finds {@link Field}s, by their numbers, by the objects in which they lie and their names. */
final class FieldTable {
  /** No field; also an object in which there is none. */
  static final int NONE = -1;

  /** The object that is the record itself; others are known by the fields that they are. */
  static final int RECORD = Field.values().length;

  /** A power of two, so large that most names that are not looked for meet an empty place. */
  private static final int PLACES = 128;

  private static final int[] PARENTS = new int[RECORD];
  private static final byte[][] NAMES = new byte[RECORD][];
  private static final int[] TABLE = new int[PLACES];

  static {
    Arrays.fill(TABLE, NONE);
    for (Field field : Field.values()) {
      int parent = field.parent().map(Field::index).orElse(RECORD);
      byte[] name = field.key().getBytes(UTF_8);
      PARENTS[field.index()] = parent;
      NAMES[field.index()] = name;
      int place = place(parent, NameHash.of(name, 0, name.length));
      while (TABLE[place] != NONE) {
        place = (place + 1) % PLACES;
      }
      TABLE[place] = field.index();
    }
  }

  private FieldTable() {}

  /** The field of {@code parent} that has the name in {@code json}, with that {@link NameHash}. */
  static int find(int parent, byte[] json, int from, int to, int hash) {
    if (parent == NONE) {
      return NONE;
    }
    int place = place(parent, hash);
    while (TABLE[place] != NONE) {
      int field = TABLE[place];
      byte[] name = NAMES[field];
      if (PARENTS[field] == parent && Arrays.equals(json, from, to, name, 0, name.length)) {
        return field;
      }
      place = (place + 1) % PLACES;
    }
    return NONE;
  }

  private static int place(int parent, int hash) {
    return (hash + parent) & (PLACES - 1);
  }
}
