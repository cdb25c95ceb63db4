package dev.wend.job.operator;

import java.io.Serializable;

/**
 * What a subtask keeps on the heap at most; what is beyond it is in state.
 *
 * @param events bytes of events that wait for the watermark, as estimated
 * @param customers bytes of customers that were carried recently, where state is not on the heap itself
 */
record HeapBudget(long events, int customers) implements Serializable {
  /** That of the product. */
  static final HeapBudget DEFAULT = new HeapBudget(64L << 20, 32 << 20);
}
