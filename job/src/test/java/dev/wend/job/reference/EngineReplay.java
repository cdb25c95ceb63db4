package dev.wend.job.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.Relevance;
import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.event.OutputRecord;
import dev.wend.event.TraceRecord;
import dev.wend.event.Utf8Order;
import dev.wend.job.journey.Count;
import dev.wend.job.journey.Customer;
import dev.wend.job.journey.JourneyOutput;
import dev.wend.job.journey.PendingEvents;
import dev.wend.job.journey.RunningScenarios;
import dev.wend.job.journey.Timeline;
import dev.wend.job.reference.ReferenceInterpreter.Records;
import dev.wend.job.state.CustomerSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** A replay by the engine's own timeline, driven without an operator. */
final class EngineReplay implements JourneyOutput {
  private final List<OutputRecord> records = new ArrayList<>();
  private final SortedMap<String, Integer> counts = new TreeMap<>();
  private final Timeline timeline;
  private final TreeMap<String, List<CustomerEvent>> histories = new TreeMap<>(Utf8Order.INSTANCE);

  EngineReplay(List<CompiledScenario> scenarios, List<CustomerEvent> events, long asOf) {
    timeline = new Timeline(new RunningScenarios(scenarios), this, Duration.ofHours(1));
    Relevance relevance = Relevance.of(scenarios);
    for (CustomerEvent event : events) {
      if (event.timestamp() <= asOf && relevance.concerns(event)) {
        histories.computeIfAbsent(event.customerId(), id -> new ArrayList<>()).add(event);
      }
    }
  }

  /** All events of a customer in one go. */
  Records atOnce(long asOf) {
    histories.forEach(
        (id, events) ->
            timeline.carry(new Customer(id), new PendingEvents(events), asOf, () -> false));
    return sorted();
  }

  /** In small parts, the customer written and read again after each. */
  Records inParts(long asOf, Chance chance) {
    histories.forEach(
        (id, events) -> {
          Customer customer = new Customer(id);
          List<CustomerEvent> left = new ArrayList<>(events);
          long time = left.stream().mapToLong(CustomerEvent::timestamp).min().orElseThrow() - 1;
          while (time < asOf) {
            int halfSteps = chance.between(0, 7) * (chance.percent(10) ? 100 : 1);
            boolean jumps = left.isEmpty() && chance.percent(30);
            long until = jumps ? asOf : Math.min(asOf, time + halfSteps * Words.GRID / 2 + 1);
            time = until;
            List<CustomerEvent> due = new ArrayList<>(left);
            due.removeIf(event -> event.timestamp() > until);
            left.removeAll(due);
            customer = carry(customer, due, until, chance);
          }
        });
    return sorted();
  }

  private Customer carry(Customer customer, List<CustomerEvent> due, long until, Chance chance) {
    Customer restored = customer;
    PendingEvents pending = new PendingEvents(due);
    boolean done = false;
    while (!done) {
      done = timeline.carry(restored, pending, until, () -> chance.percent(30));
      restored = copy(restored);
      pending = new PendingEvents(pending.remaining());
    }
    return restored.isEmpty() ? new Customer(restored.id()) : restored;
  }

  private static Customer copy(Customer customer) {
    try {
      DataOutputSerializer written = new DataOutputSerializer(64);
      CustomerSerializer.INSTANCE.serialize(customer, written);
      return CustomerSerializer.INSTANCE.deserialize(
          new DataInputDeserializer(written.getCopyOfBuffer()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Records sorted() {
    records.sort(
        Comparator.comparingLong(OutputRecord::timestamp)
            .thenComparing(OutputRecord::customerId, Utf8Order.INSTANCE)
            .thenComparingLong(OutputRecord::position));
    return new Records(select(ActionRecord.class), select(TraceRecord.class), counts);
  }

  private List<ObjectNode> select(Class<? extends OutputRecord> type) {
    return records.stream().filter(type::isInstance).map(OutputRecord::toJson).toList();
  }

  @Override
  public void action(ActionRecord action) {
    records.add(action);
  }

  @Override
  public void trace(TraceRecord trace) {
    records.add(trace);
  }

  @Override
  public void erased(String scenarioId) {
    // Nothing is written of it.
  }

  @Override
  public void count(Count what) {
    if (what != Count.APPLIED) {
      counts.merge(what.id(), 1, Integer::sum);
    }
  }
}
