package dev.wend.job.operator;

import dev.wend.compile.CompiledScenario.Version;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Visits all customers once, a few at a time, so that each takes the changes of the running scenarios also where it has no
 * events. Where it was ended by a restart, another one begins: who has taken a change is not moved by it again.
 */
final class Sweep implements AutoCloseable {
  private final long number;
  private final Stream<String> customers;
  private final Iterator<String> left;
  private final Set<Version> inFlight = new HashSet<>();
  private boolean done;

  /** What is done with a customer. */
  interface Visit {
    void customer(String customerId) throws Exception;
  }

  /**
   * A sweep.
   *
   * @param customers all that are known now
   * @param number of the last change that all of them will have taken
   */
  Sweep(Stream<String> customers, long number) {
    this.number = number;
    this.customers = customers;
    left = customers.iterator();
  }

  /** Visits customers until {@code over} says so, at least one. */
  void goOn(Visit visit, BooleanSupplier over) throws Exception {
    do {
      if (!left.hasNext()) {
        close();
        done = true;
        return;
      }
      visit.customer(left.next());
    } while (!over.getAsBoolean());
  }

  /** Whether all have been visited. */
  boolean isDone() {
    return done;
  }

  /** Notes the versions that a customer is on, whether it is visited or has events meanwhile. */
  void note(CustomerState state) {
    state.customer().instances().forEach(instance -> inFlight.add(instance.version()));
  }

  long number() {
    return number;
  }

  Set<Version> inFlight() {
    return inFlight;
  }

  @Override
  public void close() {
    customers.close();
  }
}
