package dev.wend.event;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A record that a journey writes (SEMANTICS.md section 6). */
public sealed interface OutputRecord permits ActionRecord, TraceRecord {
  /** Whom it concerns. */
  String customerId();

  /** Time of the decision, epoch milliseconds. */
  long timestamp();

  /** Its place among the records of its customer with the same timestamp. */
  long position();

  /** The record as consumers see it; the position is no part of it. */
  ObjectNode toJson();
}
