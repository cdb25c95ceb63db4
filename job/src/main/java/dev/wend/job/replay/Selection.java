package dev.wend.job.replay;

import dev.wend.event.CustomerEvent;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which events of a history are replayed.
 *
 * @param criteria all of which an event has to meet
 */
public record Selection(List<Criterion> criteria) implements Serializable {
  /** All events. */
  public static final Selection ALL = new Selection(List.of());

  /** What an event has to meet. A new one is one record here, and one option. */
  public sealed interface Criterion extends Serializable {
    /** Whether the event meets it. */
    boolean takes(CustomerEvent event);

    /** Under which name those are counted that do not. */
    String count();
  }

  /** Of one of these customers. */
  public record OfCustomers(Set<String> ids) implements Criterion {
    @Override
    public boolean takes(CustomerEvent event) {
      return ids.contains(event.customerId());
    }

    @Override
    public String count() {
      return "otherCustomers";
    }
  }

  /** Of a customer in the sample. */
  public record InSample(Sample sample) implements Criterion {
    @Override
    public boolean takes(CustomerEvent event) {
      return sample.has(event.customerId());
    }

    @Override
    public String count() {
      return "notSampled";
    }
  }

  /** Not before a time, epoch milliseconds. */
  public record From(long time) implements Criterion {
    @Override
    public boolean takes(CustomerEvent event) {
      return event.timestamp() >= time;
    }

    @Override
    public String count() {
      return "beforeFrom";
    }
  }

  /** Before a time, epoch milliseconds. */
  public record Before(long time) implements Criterion {
    @Override
    public boolean takes(CustomerEvent event) {
      return event.timestamp() < time;
    }

    @Override
    public String count() {
      return "notBeforeTo";
    }
  }

  /** The first criterion that the event does not meet; empty where it is replayed. */
  public Optional<Criterion> refusal(CustomerEvent event) {
    for (Criterion criterion : criteria) {
      if (!criterion.takes(event)) {
        return Optional.of(criterion);
      }
    }
    return Optional.empty();
  }
}
