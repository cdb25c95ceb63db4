package dev.wend.connectors.nativejson;

/**
 * The names of all objects of a record, as hashes of object and name: names that are there twice are always noticed, and
 * once in a long while two that only have the same hash.
 */
final class NamesSeen {
  private static final int FIRST_SIZE = 128;
  private static final int GROWTH = 4;
  private static final int OBJECTS_APART = 0x9E3779B9;

  private int[] places = new int[FIRST_SIZE];
  private int count;

  /** Takes note of a name, by its {@link NameHash}, in an object, by any number of its own. */
  void add(int object, int nameHash) throws Doubt {
    insert(Math.max(1, (nameHash + object * OBJECTS_APART) & Integer.MAX_VALUE));
    count++;
    if (count > places.length / 2) {
      grow();
    }
  }

  private void insert(int hash) throws Doubt {
    int place = hash & (places.length - 1);
    while (places[place] != 0) {
      if (places[place] == hash) {
        throw new Doubt();
      }
      place = (place + 1) & (places.length - 1);
    }
    places[place] = hash;
  }

  private void grow() throws Doubt {
    int[] former = places;
    places = new int[former.length * GROWTH];
    for (int hash : former) {
      if (hash != 0) {
        insert(hash);
      }
    }
  }
}
