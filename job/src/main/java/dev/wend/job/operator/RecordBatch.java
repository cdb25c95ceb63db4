package dev.wend.job.operator;

import dev.wend.event.TraceKind;

/**
 * Records that are still to be counted. With thousands of scenarios the counters are in no cache: who counts many records in a row
 * waits for memory once for several of them.
 */
final class RecordBatch {
  private static final int SIZE = 64;

  private final Taker taker;
  private final String[] scenarioIds = new String[SIZE];
  private final String[] nodeIds = new String[SIZE];
  private final TraceKind[] kinds = new TraceKind[SIZE];
  private final String[] labels = new String[SIZE];
  private int size;

  /** Counts a record. */
  interface Taker {
    void count(String scenarioId, String nodeId, TraceKind kind, String label);
  }

  RecordBatch(Taker taker) {
    this.taker = taker;
  }

  /** Adds a record; where it is the last that there is room for, all are counted. */
  void add(String scenarioId, String nodeId, TraceKind kind, String label) {
    scenarioIds[size] = scenarioId;
    nodeIds[size] = nodeId;
    kinds[size] = kind;
    labels[size] = label;
    if (++size == SIZE) {
      countAll();
    }
  }

  /** Counts all that were added. */
  void countAll() {
    for (int index = 0; index < size; index++) {
      taker.count(scenarioIds[index], nodeIds[index], kinds[index], labels[index]);
    }
    size = 0;
  }
}
