package dev.wend.scenario;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A scenario document.
 *
 * @param version 1 or more
 * @param description empty where the document has none
 * @param activeFrom from when on customers enter
 * @param activeUntil until when, exclusive, customers enter
 */
public record Scenario(
    String id,
    long version,
    String name,
    String description,
    Status status,
    ZoneId timeZone,
    Optional<Instant> activeFrom,
    Optional<Instant> activeUntil,
    Settings settings,
    List<Node> nodes) {

  /** Whether a scenario runs. */
  public enum Status {
    DRAFT("draft"),
    ACTIVE("active"),
    STOPPED("stopped");

    private final String id;

    Status(String id) {
      this.id = id;
    }

    /** As documents write it. */
    public String id() {
      return id;
    }
  }
}
