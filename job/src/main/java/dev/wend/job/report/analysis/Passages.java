package dev.wend.job.report.analysis;

import java.util.OptionalLong;

/** Is told how one journey goes through the graph of its scenario. */
interface Passages {
  /** It came to a node. */
  void arrived(int node);

  /**
   * It left the node at the beginning of an edge by that edge.
   *
   * @param stay for how long it was there, milliseconds; empty where the trace does not tell
   */
  void went(int edge, OptionalLong stay);

  /** It ended at a node, and had entered at {@code entered}. */
  void ended(int node, String ending, long entered, long time);

  /** It was still at a node when the clock ended. */
  void waits(int node);
}
