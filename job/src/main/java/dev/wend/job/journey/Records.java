package dev.wend.job.journey;

import dev.wend.event.TraceKind;
import dev.wend.event.TraceRecord;
import dev.wend.event.TraceRecord.Detail;
import dev.wend.event.TraceRecord.Subject;
import java.util.Optional;

/** Writes the trace of one customer after the other, each record at the next place. */
final class Records {
  private final JourneyOutput output;
  private Optional<Named> latest = Optional.empty();

  private record Named(Instance instance, String id) {}

  Records(JourneyOutput output) {
    this.output = output;
  }

  void trace(TraceKind kind, Customer customer, Instance instance, String nodeId, Cause cause) {
    trace(kind, customer, instance, nodeId, cause, TraceRecord.NO_DETAIL);
  }

  void decided(Customer customer, Instance instance, String nodeId, Cause cause, String decision) {
    trace(TraceKind.DECIDED, customer, instance, nodeId, cause, new TraceRecord.Decision(decision));
  }

  void because(
      TraceKind kind,
      Customer customer,
      Instance instance,
      String nodeId,
      Cause cause,
      String reason) {
    trace(kind, customer, instance, nodeId, cause, new TraceRecord.Reason(reason));
  }

  void erased(Customer customer, Cause cause) {
    write(TraceKind.ERASED, customer, Optional.empty(), cause, TraceRecord.NO_DETAIL);
  }

  /** The id of an instance of that customer. What is written of one instance often comes in a row. */
  String instanceId(Customer customer, Instance instance) {
    if (latest.isEmpty() || latest.get().instance() != instance) {
      String id = Identifiers.instance(customer.id(), instance.origin());
      latest = Optional.of(new Named(instance, id));
    }
    return latest.get().id();
  }

  private void trace(
      TraceKind kind,
      Customer customer,
      Instance instance,
      String nodeId,
      Cause cause,
      Detail detail) {
    Subject subject =
        new Subject(
            instance.version().scenarioId(),
            instance.version().number(),
            instanceId(customer, instance),
            nodeId);
    write(kind, customer, Optional.of(subject), cause, detail);
  }

  private void write(
      TraceKind kind, Customer customer, Optional<Subject> subject, Cause cause, Detail detail) {
    output.trace(
        new TraceRecord(
            kind,
            subject,
            customer.id(),
            cause.timestamp(),
            cause.messageId(),
            detail,
            customer.takePosition(cause.timestamp())));
  }
}
