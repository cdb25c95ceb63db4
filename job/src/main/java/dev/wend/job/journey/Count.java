package dev.wend.job.journey;

/** What is counted besides records. */
public enum Count {
  /** Events that took part in a timeline. */
  APPLIED("applied"),
  /** Events that concern no scenario (SEMANTICS.md section 5, step 0), also where they are left out before. */
  IRRELEVANT("irrelevant"),
  /** Events whose message id was taken within the horizon. */
  DUPLICATE("duplicates"),
  /** Events that a scenario made itself and that came back. */
  ECHO("echoes"),
  /** References in {@code data} that point to nothing. */
  MISSING_VALUE("missingValues"),
  /** Profile actions after which no event follows, beyond depth 16 or 1,000 events. */
  CASCADE_CUT("cascadesCut"),
  /** Partial matches of a trigger's pattern that were given up, beyond 100 of one customer and trigger. */
  PARTIAL_MATCH_GIVEN_UP("partialMatchesGivenUp"),
  /** Customers that were forgotten, of whom nothing was heard for {@code profileRetention}. */
  FORGOTTEN("forgotten"),
  /** Times that a timeline failed, by a bug of the engine. */
  FAILED("failures"),
  /** Events that were due when a timeline failed. */
  SET_ASIDE("setAside");

  private final String id;

  Count(String id) {
    this.id = id;
  }

  /** The name in summaries. */
  public String id() {
    return id;
  }
}
