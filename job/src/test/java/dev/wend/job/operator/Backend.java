package dev.wend.job.operator;

import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;

/** Where the operator keeps its state. */
public enum Backend {
  HEAP,
  ROCKSDB;

  StateBackend create() {
    return switch (this) {
      case HEAP -> new HashMapStateBackend();
      case ROCKSDB -> new EmbeddedRocksDBStateBackend();
    };
  }
}
