package dev.wend.benchmark.contestant;

import dev.wend.benchmark.measure.Answer;
import dev.wend.benchmark.workload.Scenarios;
import dev.wend.benchmark.workload.Workload;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * What a good engineer writes by hand for these scenarios: each its own KeyedProcessFunction, open carts in MapState by the
 * moment at which they are given up, a timer for each. It knows neither disorder nor duplicates nor versions.
 */
public final class HandWritten implements Contestant {

  @Override
  public DataStream<Answer> lay(StreamExecutionEnvironment environment, Workload workload) {
    DataStream<CustomerEvent> events = Events.read(environment, workload);
    DataStream<Answer> answers = null;
    for (int number = 0; number < workload.scenarios(); number++) {
      DataStream<Answer> one =
          events
              .filter(new Concerned(workload, number))
              .keyBy(CustomerEvent::customerId, Types.STRING)
              .process(new AbandonedCart())
              .name("cart-" + number)
              .returns(Events.ANSWER);
      answers = answers == null ? one : answers.union(one);
    }
    return answers;
  }

  private static final class AbandonedCart
      extends KeyedProcessFunction<String, CustomerEvent, Answer> {
    private static final long serialVersionUID = 1;

    private transient MapState<Long, Integer> open;

    @Override
    public void open(OpenContext context) {
      open =
          getRuntimeContext()
              .getMapState(new MapStateDescriptor<>("open-carts", Types.LONG, Types.INT));
    }

    @Override
    public void processElement(CustomerEvent event, Context context, Collector<Answer> answers)
        throws Exception {
      if (event.kind() == EventKind.ORDER_COMPLETED) {
        order(event, context, answers);
        return;
      }
      long deadline = event.timestamp() + Scenarios.WINDOW;
      Integer known = open.get(deadline);
      open.put(deadline, known == null ? 1 : known + 1);
      if (known == null) {
        context.timerService().registerEventTimeTimer(deadline);
      }
    }

    private void order(CustomerEvent order, Context context, Collector<Answer> answers)
        throws Exception {
      List<Long> settled = new ArrayList<>();
      for (var cart : open.entries()) {
        if (cart.getKey() > order.timestamp()) {
          for (int count = 0; count < cart.getValue(); count++) {
            answers.collect(
                new Answer(context.getCurrentKey(), Scenarios.ORDERED, order.timestamp()));
          }
          settled.add(cart.getKey());
          context.timerService().deleteEventTimeTimer(cart.getKey());
        }
      }
      for (Long deadline : settled) {
        open.remove(deadline);
      }
    }

    @Override
    public void onTimer(long deadline, OnTimerContext context, Collector<Answer> answers)
        throws Exception {
      Integer carts = open.get(deadline);
      for (int count = 0; carts != null && count < carts; count++) {
        answers.collect(new Answer(context.getCurrentKey(), Scenarios.NOT_ORDERED, deadline));
      }
      open.remove(deadline);
    }
  }
}
