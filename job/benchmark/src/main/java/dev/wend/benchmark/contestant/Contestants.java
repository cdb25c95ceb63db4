package dev.wend.benchmark.contestant;

import java.util.function.Supplier;

/** All of them; a new one is one line here. */
public enum Contestants {
  /** (a) of the results. */
  CEILING("ceiling: filter, key, read and write", "rocksdb", false, () -> new Ceiling(100)),
  /** (a0) of the results. */
  DISCARDING("decode, key, discard", "rocksdb", false, Discarding::new),
  /** (b) of the results. */
  WEND("Wend", "rocksdb", true, Wend::new),
  /** (c) of the results. */
  HAND_WRITTEN("KeyedProcessFunction by hand", "rocksdb", true, HandWritten::new),
  /** (d) of the results, on the heap. */
  CEP_HEAP("CEP.pattern, heap state", "hashmap", true, () -> new CepPatterns(false)),
  /** The same behind a filter written by hand. */
  CEP_HEAP_FILTERED(
      "CEP.pattern, heap state, events filtered by hand",
      "hashmap",
      true,
      () -> new CepPatterns(true)),
  /** (d) of the results, on RocksDB. */
  CEP_ROCKSDB("CEP.pattern, RocksDB", "rocksdb", true, () -> new CepPatterns(false)),
  /** The same behind a filter written by hand. */
  CEP_ROCKSDB_FILTERED(
      "CEP.pattern, RocksDB, events filtered by hand",
      "rocksdb",
      true,
      () -> new CepPatterns(true));

  private final String title;
  private final String stateBackend;
  private final boolean answers;
  private final Supplier<Contestant> contestant;

  Contestants(String title, String stateBackend, boolean answers, Supplier<Contestant> contestant) {
    this.title = title;
    this.stateBackend = stateBackend;
    this.answers = answers;
    this.contestant = contestant;
  }

  /** How tables name it. */
  public String title() {
    return title;
  }

  /** Flink's name of the state backend on which it runs. */
  public String stateBackend() {
    return stateBackend;
  }

  /** Whether it does the whole work, so that its answers can be compared. */
  public boolean answers() {
    return answers;
  }

  /** The contestant itself. */
  public Contestant contestant() {
    return contestant.get();
  }
}
