package dev.wend.benchmark.contestant;

import dev.wend.benchmark.measure.Answer;
import dev.wend.benchmark.workload.Scenarios;
import dev.wend.benchmark.workload.Workload;
import dev.wend.event.CustomerEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** The way of Flink's own library: two operators for each scenario, one for a branch. */
public final class CepPatterns implements Contestant {
  private static final String CART = "cart";
  private static final String ORDER = "order";
  private static final Duration WINDOW = Duration.ofMillis(Scenarios.WINDOW);

  private final boolean filtered;

  /**
   * With or without help.
   *
   * @param filtered whether a filter written by hand lets only those events through of which the patterns speak
   */
  public CepPatterns(boolean filtered) {
    this.filtered = filtered;
  }

  @Override
  public DataStream<Answer> lay(StreamExecutionEnvironment environment, Workload workload) {
    DataStream<CustomerEvent> events = Events.read(environment, workload);
    DataStream<Answer> answers = null;
    for (int number = 0; number < workload.scenarios(); number++) {
      KeyedStream<CustomerEvent, String> concerned =
          (filtered ? events.filter(new Concerned(workload, number)) : events)
              .keyBy(CustomerEvent::customerId, Types.STRING);
      DataStream<Answer> both =
          CEP.pattern(concerned, ordered())
              .process(new Ordered(), Events.ANSWER)
              .union(CEP.pattern(concerned, notOrdered()).process(new NotOrdered(), Events.ANSWER));
      answers = answers == null ? both : answers.union(both);
    }
    return answers;
  }

  private static Pattern<CustomerEvent, ?> ordered() {
    return Pattern.<CustomerEvent>begin(CART)
        .where(SimpleCondition.of(Concerned::isCart))
        .followedBy(ORDER)
        .where(SimpleCondition.of(Concerned::isOrder))
        .within(WINDOW);
  }

  private static Pattern<CustomerEvent, ?> notOrdered() {
    return Pattern.<CustomerEvent>begin(CART)
        .where(SimpleCondition.of(Concerned::isCart))
        .notFollowedBy(ORDER)
        .where(SimpleCondition.of(Concerned::isOrder))
        .within(WINDOW);
  }

  private static final class Ordered extends PatternProcessFunction<CustomerEvent, Answer> {
    private static final long serialVersionUID = 1;

    @Override
    public void processMatch(
        Map<String, List<CustomerEvent>> match, Context context, Collector<Answer> answers) {
      CustomerEvent order = match.get(ORDER).get(0);
      answers.collect(new Answer(order.customerId(), Scenarios.ORDERED, order.timestamp()));
    }
  }

  private static final class NotOrdered extends PatternProcessFunction<CustomerEvent, Answer> {
    private static final long serialVersionUID = 1;

    @Override
    public void processMatch(
        Map<String, List<CustomerEvent>> match, Context context, Collector<Answer> answers) {
      CustomerEvent cart = match.get(CART).get(0);
      answers.collect(
          new Answer(
              cart.customerId(), Scenarios.NOT_ORDERED, cart.timestamp() + Scenarios.WINDOW));
    }
  }
}
