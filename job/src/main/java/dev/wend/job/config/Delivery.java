package dev.wend.job.config;

/** How often a record reaches those who read committed records. */
public enum Delivery {
  EXACTLY_ONCE("exactly-once"),
  /** Once or, after a failure, more often; copies have the same id. */
  AT_LEAST_ONCE("at-least-once");

  private final String id;

  Delivery(String id) {
    this.id = id;
  }

  /** As configurations write it. */
  public String id() {
    return id;
  }
}
