package dev.wend.job.compare;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.CustomerEvent;
import dev.wend.event.Json;
import dev.wend.job.journey.Count;
import dev.wend.job.operator.Control;
import dev.wend.job.operator.FailedEvents;
import dev.wend.job.operator.RecordTypes;
import dev.wend.job.operator.ScenarioSource;
import dev.wend.job.state.CustomerEventSerializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs both sides for each customer, once all of its events are there, and hands out those who differ: the customer, and its
 * line of {@code differences.jsonl}.
 */
final class CompareCustomers
    extends KeyedBroadcastProcessFunction<String, CustomerEvent, Control, Tuple2<String, byte[]>> {
  static final TypeInformation<Tuple2<String, byte[]>> LINE =
      Types.TUPLE(Types.STRING, Types.PRIMITIVE_ARRAY(Types.BYTE));

  /** The whole timelines of customers that differ. */
  static final OutputTag<Tuple2<String, byte[]>> TIMELINES = new OutputTag<>("timelines", LINE);

  /** Events of customers whose timelines failed, which is a bug of the engine. */
  static final OutputTag<DeadLetter> FAILED = new OutputTag<>("failed", RecordTypes.DEAD_LETTER);

  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(CompareCustomers.class);

  private final ScenarioSource scenariosOfFirst;
  private final ScenarioSource scenariosOfSecond;
  private final Pairing pairing;
  private final Duration dedupHorizon;
  private final Map<String, LongCounter> counters = new HashMap<>();
  private transient ListState<CustomerEvent> events;
  private transient SideRun first;
  private transient SideRun second;
  private transient Tallies tallies;
  private long horizon = Long.MAX_VALUE;

  CompareCustomers(ComparePlan plan) {
    scenariosOfFirst = plan.first();
    scenariosOfSecond = plan.second();
    pairing = plan.pairing();
    dedupHorizon = plan.history().dedupHorizon();
  }

  @Override
  public void open(OpenContext context) {
    events =
        getRuntimeContext()
            .getListState(new ListStateDescriptor<>("events", CustomerEventSerializer.INSTANCE));
    tallies = new Tallies(name -> count(name, 1));
    begin();
  }

  private void begin() {
    first = new SideRun(Side.A, scenariosOfFirst.load(), pairing, dedupHorizon);
    second = new SideRun(Side.B, scenariosOfSecond.load(), pairing, dedupHorizon);
  }

  @Override
  public void processBroadcastElement(
      Control end, Context context, Collector<Tuple2<String, byte[]>> out) {
    horizon = ((Control.Horizon) end).timestamp();
  }

  @Override
  public void processElement(
      CustomerEvent event, ReadOnlyContext context, Collector<Tuple2<String, byte[]>> out)
      throws Exception {
    events.add(event);
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Tuple2<String, byte[]>> out)
      throws Exception {
    List<CustomerEvent> all = new ArrayList<>();
    events.get().forEach(all::add);
    events.clear();
    try {
      ComparedCustomer customer = compare(context.getCurrentKey(), all);
      tell(customer, context, out);
      count(Count.APPLIED.id(), all.size());
    } catch (RuntimeException bug) {
      LOG.error("The timelines of a customer failed; it is left out", bug);
      count(Count.FAILED.id(), 1);
      count(Count.SET_ASIDE.id(), all.size());
      all.forEach(event -> context.output(FAILED, FailedEvents.of(event, bug)));
      begin();
    }
  }

  private ComparedCustomer compare(String customerId, List<CustomerEvent> all) {
    KnownEvents known = new KnownEvents(all);
    return ComparedCustomer.of(
        customerId,
        first.run(customerId, all, known, horizon),
        second.run(customerId, all, known, horizon));
  }

  private void tell(
      ComparedCustomer customer, OnTimerContext context, Collector<Tuple2<String, byte[]>> out) {
    first.erased().forEach(scenario -> tallies.erased(Side.A, scenario));
    second.erased().forEach(scenario -> tallies.erased(Side.B, scenario));
    if (customer.journeys().isEmpty()) {
      return;
    }
    tallies.add(customer);
    if (!customer.partings().isEmpty()) {
      out.collect(Tuple2.of(customer.customerId(), Json.bytes(customer.difference())));
      context.output(TIMELINES, Tuple2.of(customer.customerId(), Json.bytes(customer.timelines())));
    }
  }

  private void count(String name, long more) {
    counters.computeIfAbsent(name, getRuntimeContext()::getLongCounter).add(more);
  }
}
