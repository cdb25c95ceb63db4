package dev.wend.scenario;

import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a scenario (SEMANTICS.md section 2).
 *
 * @param maxDuration longest life of an instance
 * @param maxInstances active at once per customer
 * @param instanceKey what tells the journeys of one customer apart
 */
public record Settings(
    DuplicateHandling duplicateHandling,
    List<ExitCondition> exitWhen,
    Duration maxDuration,
    Optional<EntryLimit> entryLimit,
    int maxInstances,
    Optional<Reference> instanceKey,
    OnUpdate onUpdate) {

  /** What holds where a document has no settings. */
  public static final Settings DEFAULT =
      new Settings(
          DuplicateHandling.CREATE_NEW_INSTANCE,
          List.of(),
          Duration.ofDays(365),
          Optional.empty(),
          100,
          Optional.empty(),
          OnUpdate.FINISH_OLD);

  /** What happens when a customer enters who is in the scenario already. */
  public enum DuplicateHandling {
    CREATE_NEW_INSTANCE("create-new-instance"),
    IGNORE("ignore"),
    MOVE_TO_START("move-to-start");

    private final String id;

    DuplicateHandling(String id) {
      this.id = id;
    }

    /** As documents write it. */
    public String id() {
      return id;
    }
  }

  /** What a new version does to instances in flight. */
  public enum OnUpdate {
    FINISH_OLD("finish-old"),
    EXIT("exit"),
    RESTART("restart");

    private final String id;

    OnUpdate(String id) {
      this.id = id;
    }

    /** As documents write it. */
    public String id() {
      return id;
    }
  }

  /** What ends a journey at once. */
  public sealed interface ExitCondition permits OrderFinalized, WebsiteEntered, ExitEvent {}

  /** Any {@code order-completed}. */
  public record OrderFinalized() implements ExitCondition {}

  /** A {@code page-visited} that begins a visit. */
  public record WebsiteEntered() implements ExitCondition {}

  /** An event that meets a matcher. */
  public record ExitEvent(EventMatcher event) implements ExitCondition {}

  /**
   * How often a customer may enter.
   *
   * @param per within which time; ever where empty
   */
  public record EntryLimit(int max, Optional<Duration> per) {}
}
