package dev.wend.job.operator;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.operators.MailboxExecutor;

/** Tells all customers of changes of the running scenarios, one sweep after the other, between records and barriers. */
final class Sweeps implements AutoCloseable {
  private static final String MAIL = "tell customers of deployments";

  private final DeployedScenarios scenarios;
  private final KnownCustomers customers;
  private final Sweep.Visit visit;
  private final MailboxExecutor mailbox;
  private final End end;
  private Optional<Sweep> current = Optional.empty();

  /**
   * When changes are forgotten.
   *
   * @param settled whether no event waits any more that came before some deployment
   * @param forgotten done when changes were forgotten
   */
  record End(BooleanSupplier settled, Runnable forgotten) {}

  Sweeps(
      DeployedScenarios scenarios,
      KnownCustomers customers,
      Sweep.Visit visit,
      MailboxExecutor mailbox,
      End end) {
    this.scenarios = scenarios;
    this.customers = customers;
    this.visit = visit;
    this.mailbox = mailbox;
    this.end = end;
  }

  /** Begins a sweep where there are changes of which the last one does not tell. */
  void beginIfNeeded() throws Exception {
    boolean untold =
        current
            .map(sweep -> sweep.isDone() && sweep.number() < scenarios.number())
            .orElse(!scenarios.since(0).isEmpty());
    if (untold) {
      start();
    }
  }

  private void start() throws Exception {
    current = Optional.of(new Sweep(customers.ids(), scenarios.number()));
    mailbox.execute(this::goOn, MAIL);
  }

  /** Begins a sweep, if there is none, although no change is to be told. */
  void begin() throws Exception {
    if (current.isEmpty()) {
      start();
    }
  }

  /** Whether every customer has been visited since a sweep began. */
  boolean isTold() {
    return current.map(Sweep::isDone).orElse(true);
  }

  /** Notes the versions that a customer is on. */
  void note(CustomerState state) {
    current.ifPresent(sweep -> sweep.note(state));
  }

  /** Forgets the changes that all have taken; who has nothing but events yet is told when these are due. */
  void forgetIfSettled() {
    Optional<Sweep> done = current.filter(Sweep::isDone);
    if (done.isPresent() && end.settled().getAsBoolean()) {
      scenarios.forget(done.get().number(), done.get().inFlight());
      current = Optional.empty();
      end.forgotten().run();
    }
  }

  private void goOn() throws Exception {
    long over = System.nanoTime() + Slices.LENGTH.toNanos();
    Sweep sweep = current.orElseThrow();
    sweep.goOn(visit, () -> System.nanoTime() - over >= 0);
    if (sweep.isDone()) {
      forgetIfSettled();
      beginIfNeeded();
    } else {
      mailbox.execute(this::goOn, MAIL);
    }
  }

  @Override
  public void close() {
    current.ifPresent(Sweep::close);
  }
}
