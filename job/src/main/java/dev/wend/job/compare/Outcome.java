package dev.wend.job.compare;

/** How a journey of the one side compares with the same journey of the other. */
enum Outcome {
  /** Equal in all. */
  SAME("same"),
  /** The same steps, at other times or by other causes. */
  OTHER_TIMES("otherTimes"),
  /** The same steps, but one of them had not come as far when the clock ended or the customer was erased. */
  UNFINISHED("unfinished"),
  /** Different steps. */
  OTHER_PATH("otherPath"),
  /** The other side knows of no such entry. */
  ONLY_A("onlyA"),
  /** See {@link #ONLY_A}. */
  ONLY_B("onlyB");

  private final String id;

  Outcome(String id) {
    this.id = id;
  }

  /** The name in results. */
  String id() {
    return id;
  }
}
