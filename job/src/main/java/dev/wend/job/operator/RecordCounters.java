package dev.wend.job.operator;

import dev.wend.event.TraceKind;

/**
 * Counters by what they count: a hash table by open addressing. With thousands of scenarios the counters are in no cache, so that
 * one is found by touching no object but itself.
 */
final class RecordCounters {
  private static final int FIRST = 1 << 6;

  private RecordCounter[] table = new RecordCounter[FIRST];
  private int count;

  /** The counter of such records, or null. */
  RecordCounter find(String scenarioId, String nodeId, TraceKind kind, String label) {
    int hash = RecordCounter.hash(scenarioId, nodeId, kind, label);
    int place = place(hash);
    while (table[place] != null
        && !(table[place].hash() == hash && table[place].counts(scenarioId, nodeId, kind, label))) {
      place = place(place + 1);
    }
    return table[place];
  }

  /** Adds one whose like is not there. */
  void add(RecordCounter counter) {
    if (2 * ++count > table.length) {
      grow();
    }
    put(counter);
  }

  private void grow() {
    RecordCounter[] former = table;
    table = new RecordCounter[2 * former.length];
    for (RecordCounter counter : former) {
      if (counter != null) {
        put(counter);
      }
    }
  }

  private void put(RecordCounter counter) {
    int place = place(counter.hash());
    while (table[place] != null) {
      place = place(place + 1);
    }
    table[place] = counter;
  }

  private int place(int hash) {
    return hash & (table.length - 1);
  }
}
