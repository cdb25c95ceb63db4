package dev.wend.job.nfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.BoundedOutOfOrdernessWatermarks;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

/** What Flink promises, and does not promise, of watermarks and of a broadcast input. */
@SuppressWarnings("try")
class FlinkWatermarkFactsTest {
  private static final MapStateDescriptor<String, String> RULES =
      new MapStateDescriptor<>("rules", Types.STRING, Types.STRING);
  private static final ValueStateDescriptor<Boolean> SEEN =
      new ValueStateDescriptor<>("seen", Types.BOOLEAN);

  @Test
  void watermarksStopOnAStreamWithoutEvents() {
    var generator = new BoundedOutOfOrdernessWatermarks<String>(Duration.ofMillis(5));
    List<Long> emitted = new ArrayList<>();
    WatermarkOutput output =
        new WatermarkOutput() {
          @Override
          public void emitWatermark(Watermark watermark) {
            emitted.add(watermark.getTimestamp());
          }

          @Override
          public void markIdle() {}

          @Override
          public void markActive() {}
        };
    generator.onEvent("event", 100, output);
    generator.onPeriodicEmit(output);
    generator.onPeriodicEmit(output);
    assertThat(emitted).containsExactly(94L, 94L);
  }

  @Test
  void aWatermarkGeneratorIsToldNeitherItsSplitNorHowFarBehindItIs() {
    assertThat(WatermarkGeneratorSupplier.Context.class.getMethods())
        .extracting(Method::getName)
        .containsExactlyInAnyOrder("getMetricGroup", "getInputActivityClock");
  }

  @Test
  void theWatermarkOfAnOperatorIsTheSmallerOneOfBothInputs() throws Exception {
    try (var operator = broadcast()) {
      operator.open();
      operator.processWatermark(100);
      operator.processElement("customer", 101);
      operator.processBroadcastWatermark(50);
      operator.processElement("customer", 101);
      operator.processBroadcastWatermark(200);
      operator.processElement("customer", 101);
      assertThat(operator.extractOutputValues())
          .containsExactly("no rules at " + Long.MIN_VALUE, "no rules at 50", "no rules at 100");
    }
  }

  @Test
  void anIdleInputDoesNotHoldTheWatermarkBack() throws Exception {
    try (var operator = broadcast()) {
      operator.open();
      operator.processWatermark(100);
      operator.getTwoInputOperator().processWatermarkStatus2(WatermarkStatus.IDLE);
      operator.processElement("customer", 101);
      assertThat(operator.extractOutputValues()).containsExactly("no rules at 100");
    }
  }

  @Test
  void anEventMayComeBeforeTheFirstBroadcastElement() throws Exception {
    try (var operator = broadcast()) {
      operator.open();
      operator.watermark(1);
      operator.processElement("customer", 2);
      operator.processBroadcastElement("rule", 2);
      operator.processElement("customer", 2);
      assertThat(operator.extractOutputValues())
          .containsExactly("no rules at 1", "applied to customer", "rules at 1");
    }
  }

  @Test
  void theWatermarkIsNotInACheckpoint() throws Exception {
    OperatorSubtaskState checkpoint;
    try (var operator = broadcast()) {
      operator.open();
      operator.watermark(100);
      operator.processElement("customer", 101);
      assertThat(operator.extractOutputValues()).containsExactly("no rules at 100");
      checkpoint = operator.snapshot(1, 1);
    }
    try (var restored = broadcast()) {
      restored.initializeState(checkpoint);
      restored.open();
      restored.processElement("customer", 101);
      assertThat(restored.extractOutputValues()).containsExactly("no rules at " + Long.MIN_VALUE);
    }
  }

  @Test
  void aBroadcastEdgeTurnsOffUnalignedCheckpointsForTheOperator() {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    environment
        .fromData("customer")
        .keyBy(customer -> customer)
        .connect(environment.fromData("rule").broadcast(RULES))
        .process(new Rules())
        .name("rules");
    var node =
        environment.getStreamGraph().getStreamNodes().stream()
            .filter(candidate -> candidate.getInEdges().size() == 2)
            .findFirst()
            .orElseThrow();
    assertThat(node.getInEdges())
        .extracting(StreamEdge::supportsUnalignedCheckpoints)
        .containsExactly(false, false);
  }

  private static KeyedBroadcastOperatorTestHarness<String, String, String, String> broadcast()
      throws Exception {
    return new KeyedBroadcastOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(new Rules(), List.of(RULES)),
        customer -> customer,
        Types.STRING,
        1,
        1,
        0);
  }

  private static final class Rules
      extends KeyedBroadcastProcessFunction<String, String, String, String> {
    @Override
    public void processElement(String customer, ReadOnlyContext context, Collector<String> out)
        throws Exception {
      getRuntimeContext().getState(SEEN).update(true);
      String rules = context.getBroadcastState(RULES).contains("rule") ? "rules" : "no rules";
      out.collect(rules + " at " + context.currentWatermark());
    }

    @Override
    public void processBroadcastElement(String rule, Context context, Collector<String> out)
        throws Exception {
      context.getBroadcastState(RULES).put(rule, rule);
      context.applyToKeyedState(SEEN, (customer, seen) -> out.collect("applied to " + customer));
    }
  }
}
