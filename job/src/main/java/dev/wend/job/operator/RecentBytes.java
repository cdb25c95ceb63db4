package dev.wend.job.operator;

import dev.wend.job.journey.Instance;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Values by text, as bytes in a ring of pages: a value that comes or grows is put on the newest page, one that fits stays where
 * it is, and when no page is left, the oldest one is cleared with all that is on it. A few arrays of bytes cost the garbage
 * collector nothing, however many values change.
 */
final class RecentBytes {
  /** What is found where there is no value. */
  static final int NONE = Slots.EMPTY;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle CHAR =
      MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int LARGEST_PAGE_BITS = 16;
  private static final int LEAST_PAGES = 8;
  private static final int LARGEST_SHARE_OF_A_PAGE = 4;

  /** Of so many pages one, the newest, may have values that the store has not been given. */
  private static final int NEW_SHARE = 4;

  // An entry: hash and length of the key, place and length of the value, times, key and value.
  private static final int KEY_LENGTH = 4;
  private static final int PLACE = 8;
  private static final int FLAGS = 12;
  private static final int LENGTH = 16;
  private static final int TIMER = 20;
  private static final int WAKE = 28;
  private static final int KEY = 36;

  private static final int LIVE = 1;
  private static final int CHANGED = 1 << 1;
  private static final int LEAST_PLACE = 64;

  private static final int CACHE_LINE = 64;

  /** As long as most entries, and no longer, since all of it takes room in the processor's caches. */
  private static final int GLANCE = 3 * CACHE_LINE;

  private final int pageBits;
  private final int pageMask;
  private final byte[][] pages;
  private final int[] ends;
  private final long[] turns;
  private final Slots slots = new Slots(this::hashAt);
  private final Store store;
  private int newest;

  /** Keeps elsewhere what is going to leave. */
  interface Store {
    /** What is at {@code at}; it may still be asked for, and noted that it need not be told again. */
    void keep(int at) throws Exception;
  }

  /**
   * Nothing yet.
   *
   * @param budget bytes that all pages together have at most
   * @param store told of all values that leave
   */
  RecentBytes(int budget, Store store) {
    pageBits =
        Math.min(
            LARGEST_PAGE_BITS,
            Integer.SIZE - 1 - Integer.numberOfLeadingZeros(budget / LEAST_PAGES | 1));
    pageMask = (1 << pageBits) - 1;
    pages = new byte[Math.max(LEAST_PAGES, budget >>> pageBits)][];
    ends = new int[pages.length];
    turns = new long[pages.length];
    pages[0] = new byte[pageMask + 1];
    this.store = store;
  }

  /** Whether a value of {@code length} bytes can be put under {@code key}; a large one would take the room of many. */
  boolean takes(String key, int length) {
    return LARGEST_SHARE_OF_A_PAGE
            * (KEY + LEAST_PLACE + Character.BYTES * (long) key.length() + length)
        <= pageMask;
  }

  /** Where the value of {@code key} is, for the next call of another method only; or {@link #NONE}. */
  int find(String key) {
    int hash = Slots.spread(key.hashCode());
    int slot = slots.first(hash);
    for (int at = slots.at(slot); at != NONE; at = slots.at(slot)) {
      if (hashAt(at) == hash && isKey(at, key)) {
        return at;
      }
      slot = slots.next(slot);
    }
    return NONE;
  }

  /** Reads the beginning of what is most likely under {@code key}, which may be something else. */
  int glance(String key) {
    int at = slots.at(slots.first(Slots.spread(key.hashCode())));
    return at == NONE ? 0 : glance(at);
  }

  /** Reads the beginning of what is at {@code at}, or was there. */
  int glance(int at) {
    byte[] page = pages[at >>> pageBits];
    int from = at & pageMask;
    int sum = 0;
    for (int line = 0; line < GLANCE && from + line <= pageMask; line += CACHE_LINE) {
      sum += page[from + line];
    }
    return sum;
  }

  /** The array with the value found at {@code at}. */
  byte[] bytes(int at) {
    return pages[at >>> pageBits];
  }

  /** Where in its array the value found at {@code at} begins. */
  int offset(int at) {
    return (at & pageMask) + KEY + Character.BYTES * number(at, KEY_LENGTH);
  }

  /** The length of the value found at {@code at}; 0 where it is known that there is none. */
  int length(int at) {
    return number(at, LENGTH);
  }

  /** The timer that is set for the value found at {@code at}, epoch milliseconds; {@link Instance#NEVER} for none. */
  long timer(int at) {
    return (long) LONG.get(bytes(at), (at & pageMask) + TIMER);
  }

  /** Notes the timer that is set, epoch milliseconds. */
  void setTimer(int at, long timer) {
    LONG.set(bytes(at), (at & pageMask) + TIMER, timer);
  }

  /** When something is due for which no timer is set, epoch milliseconds; {@link Instance#NEVER} for not at all. */
  long wake(int at) {
    return (long) LONG.get(bytes(at), (at & pageMask) + WAKE);
  }

  /** Notes when something is due, epoch milliseconds. */
  void setWake(int at, long wake) {
    LONG.set(bytes(at), (at & pageMask) + WAKE, wake);
  }

  /** Whether the value found at {@code at} was put since it was last noted as unchanged. */
  boolean isChanged(int at) {
    return (number(at, FLAGS) & CHANGED) != 0;
  }

  /** Notes that the value is the same elsewhere. */
  void setUnchanged(int at) {
    setNumber(at, FLAGS, LIVE);
  }

  /** Stands for what is found at {@code at}, for as long as it stays there. */
  long token(int at) {
    return turns[at >>> pageBits] << Integer.SIZE | at;
  }

  /** Where that is for which {@code token} stands, or {@link #NONE}. */
  int at(long token) {
    int at = (int) token;
    return token == token(at) && (number(at, FLAGS) & LIVE) != 0 ? at : NONE;
  }

  /**
   * Notes a changed value. Its times stay where it is put in the same place; at another one it has none.
   *
   * @param at where it was found, or {@link #NONE}
   * @param length 0 for no value
   * @return where it is
   */
  int put(int at, String key, byte[] value, int length) throws Exception {
    if (at != NONE && length <= number(at, PLACE)) {
      write(at, value, length);
      return at;
    }
    if (at != NONE) {
      drop(at);
    }
    int place = Math.max(LEAST_PLACE, length + length / 4) + 3 & ~3;
    int size = KEY + (Character.BYTES * key.length() + 3 & ~3) + place;
    if (ends[newest] + size > pageMask + 1) {
      turn();
    }
    int added = newest << pageBits | ends[newest];
    ends[newest] += size;
    writeKey(added, key, size);
    write(added, value, length);
    setTimer(added, Instance.NEVER);
    setWake(added, Instance.NEVER);
    slots.add(added);
    return added;
  }

  /** Gives all values to the store; they stay. */
  void storeAll() throws Exception {
    for (int page = 0; page < pages.length; page++) {
      store(page);
    }
  }

  /** Forgets what was found at {@code at}, without a word to the store. */
  void drop(int at) {
    slots.remove(at);
    setNumber(at, FLAGS, 0);
  }

  /**
   * Goes on to the next page, which may be the oldest one. Values that have not changed for a while are stored, though they stay,
   * so that a checkpoint finds few that are not.
   */
  private void turn() throws Exception {
    int page = (newest + 1) % pages.length;
    if (pages[page] == null) {
      pages[page] = new byte[pageMask + 1];
    }
    store(page);
    int first = page << pageBits;
    for (int at = first; at - first < ends[page]; at += size(at)) {
      if ((number(at, FLAGS) & LIVE) != 0) {
        slots.remove(at);
      }
    }
    ends[page] = 0;
    turns[page]++;
    newest = page;
    store((page + pages.length - pages.length / NEW_SHARE) % pages.length);
  }

  private void store(int page) throws Exception {
    int first = page << pageBits;
    for (int at = first; at - first < ends[page]; at += size(at)) {
      if ((number(at, FLAGS) & LIVE) != 0) {
        store.keep(at);
      }
    }
  }

  private void write(int at, byte[] value, int length) {
    System.arraycopy(value, 0, bytes(at), offset(at), length);
    setNumber(at, LENGTH, length);
    setNumber(at, FLAGS, LIVE | CHANGED);
  }

  private void writeKey(int at, String key, int size) {
    setNumber(at, 0, Slots.spread(key.hashCode()));
    setNumber(at, KEY_LENGTH, key.length());
    setNumber(at, PLACE, size - KEY - Character.BYTES * key.length());
    byte[] page = bytes(at);
    int from = (at & pageMask) + KEY;
    for (int index = 0; index < key.length(); index++) {
      CHAR.set(page, from + Character.BYTES * index, key.charAt(index));
    }
  }

  private boolean isKey(int at, String key) {
    if (number(at, KEY_LENGTH) != key.length()) {
      return false;
    }
    byte[] page = bytes(at);
    int from = (at & pageMask) + KEY;
    for (int index = 0; index < key.length(); index++) {
      if ((char) CHAR.get(page, from + Character.BYTES * index) != key.charAt(index)) {
        return false;
      }
    }
    return true;
  }

  /** The key of the value found at {@code at}. */
  String key(int at) {
    char[] key = new char[number(at, KEY_LENGTH)];
    byte[] page = bytes(at);
    int from = (at & pageMask) + KEY;
    for (int index = 0; index < key.length; index++) {
      key[index] = (char) CHAR.get(page, from + Character.BYTES * index);
    }
    return new String(key);
  }

  private int size(int at) {
    return KEY + Character.BYTES * number(at, KEY_LENGTH) + number(at, PLACE);
  }

  private int hashAt(int at) {
    return number(at, 0);
  }

  private int number(int at, int field) {
    return (int) INT.get(pages[at >>> pageBits], (at & pageMask) + field);
  }

  private void setNumber(int at, int field, int value) {
    INT.set(pages[at >>> pageBits], (at & pageMask) + field, value);
  }
}
