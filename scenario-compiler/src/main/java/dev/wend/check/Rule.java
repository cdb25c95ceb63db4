package dev.wend.check;

/** A rule of the contract. */
interface Rule {
  /** Reports where the document breaks it; says nothing where faults keep it from being asked. */
  void check(Inspection inspection);
}
