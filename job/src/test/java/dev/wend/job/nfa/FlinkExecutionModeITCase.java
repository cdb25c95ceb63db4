package dev.wend.job.nfa;

import static org.apache.flink.api.common.RuntimeExecutionMode.BATCH;
import static org.apache.flink.api.common.RuntimeExecutionMode.STREAMING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.operators.sorted.state.BatchExecutionStateBackend;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a bounded job with a broadcast input runs as a stream and as a batch. */
@SuppressWarnings("try")
class FlinkExecutionModeITCase {
  private static final long FOR_EVER = Long.MAX_VALUE - 1;
  private static final MapStateDescriptor<String, String> RULES =
      new MapStateDescriptor<>("rules", Types.STRING, Types.STRING);
  private static final ValueStateDescriptor<Long> SEEN =
      new ValueStateDescriptor<>("seen", Types.LONG);
  private static final List<Tuple2<String, Long>> EVENTS =
      List.of(
          Tuple2.of("b", 3L),
          Tuple2.of("a", 7L),
          Tuple2.of("c", 4L),
          Tuple2.of("b", 1L),
          Tuple2.of("a", 5L));

  private static List<String> streamed;
  private static List<String> batched;

  @BeforeAll
  static void runBoth() throws Exception {
    streamed = run(STREAMING);
    batched = run(BATCH);
  }

  @Test
  void aBoundedStreamEndsWithTheLastWatermarkSoThatAllThatEverWaitsFires() {
    assertThat(streamed)
        .contains("a timer 9")
        .contains("a timer 10")
        .contains("a timer " + FOR_EVER + " when the watermark is " + Long.MAX_VALUE);
  }

  @Test
  void aStreamTakesEventsAsTheyCome() {
    assertThat(eventsOf(streamed)).containsExactly("b 3", "a 7", "c 4", "b 1", "a 5");
  }

  @Test
  void aBatchReadsTheBroadcastInputFirstAndAppliesItToNoKey() {
    assertThat(batched.subList(0, 2)).containsExactly("rule 1", "rule 2");
    assertThat(batched).noneMatch(record -> record.startsWith("applied"));
    assertThat(batched)
        .filteredOn(record -> record.contains("event"))
        .hasSize(5)
        .allMatch(record -> record.endsWith("with 2 rules"));
  }

  @Test
  void aBatchTakesOneKeyAfterTheOtherAndEachInOrderOfTime() {
    List<String> events = eventsOf(batched);
    assertThat(events)
        .hasSize(5)
        .containsSubsequence("a 5", "a 7")
        .containsSubsequence("b 1", "b 3");
    assertThat(events.indexOf("a 7") - events.indexOf("a 5")).isEqualTo(1);
    assertThat(events.indexOf("b 3") - events.indexOf("b 1")).isEqualTo(1);
  }

  @Test
  void aBatchFiresTheTimersOfAKeyAtItsEndAndDropsThoseThatATimerRegisters() {
    List<String> ofA = batched.stream().filter(record -> record.startsWith("a ")).toList();
    assertThat(ofA)
        .containsExactly(
            "a event 5 with 2 rules",
            "a event 7 with 2 rules",
            "a timer 9",
            "a timer " + FOR_EVER + " when the watermark is " + Long.MAX_VALUE);
  }

  @Test
  void aBatchExchangesTheStateBackendForOneThatHoldsOneKey() {
    StreamExecutionEnvironment batch = environment(BATCH);
    job(batch).print();
    assertThat(batch.getStreamGraph().getStateBackend())
        .isInstanceOf(BatchExecutionStateBackend.class);
    StreamExecutionEnvironment streaming = environment(STREAMING);
    job(streaming).print();
    assertThat(streaming.getStreamGraph().getStateBackend())
        .as("left to the configuration")
        .isNull();
  }

  private static List<String> eventsOf(List<String> records) {
    return records.stream()
        .filter(record -> record.contains("event"))
        .map(record -> record.replaceAll(" event| with.*", ""))
        .toList();
  }

  private static List<String> run(RuntimeExecutionMode mode) throws Exception {
    List<String> all = new ArrayList<>();
    try (var records = job(environment(mode)).executeAndCollect()) {
      records.forEachRemaining(all::add);
    }
    return all;
  }

  private static StreamExecutionEnvironment environment(RuntimeExecutionMode mode) {
    Configuration configuration = new Configuration();
    configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    environment.setRuntimeMode(mode);
    environment.setParallelism(1);
    return environment;
  }

  private static DataStream<String> job(StreamExecutionEnvironment environment) {
    return environment
        .fromData(EVENTS, Types.TUPLE(Types.STRING, Types.LONG))
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<Tuple2<String, Long>>forMonotonousTimestamps()
                .withTimestampAssigner((event, previous) -> event.f1))
        .keyBy(event -> event.f0)
        .connect(environment.fromData("1", "2").broadcast(RULES))
        .process(new Recorder());
  }

  private static final class Recorder
      extends KeyedBroadcastProcessFunction<String, Tuple2<String, Long>, String, String> {
    @Override
    public void processElement(
        Tuple2<String, Long> event, ReadOnlyContext context, Collector<String> out)
        throws Exception {
      int rules = 0;
      for (var rule : context.getBroadcastState(RULES).immutableEntries()) {
        rules += rule.getKey().length();
      }
      out.collect(event.f0 + " event " + event.f1 + " with " + rules + " rules");
      getRuntimeContext().getState(SEEN).update(event.f1);
      context.timerService().registerEventTimeTimer(9);
      context.timerService().registerEventTimeTimer(FOR_EVER);
    }

    @Override
    public void processBroadcastElement(String rule, Context context, Collector<String> out)
        throws Exception {
      out.collect("rule " + rule);
      context.getBroadcastState(RULES).put(rule, rule);
      context.applyToKeyedState(SEEN, (key, seen) -> out.collect("applied to " + key));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) {
      String key = context.getCurrentKey();
      if (timestamp == 9) {
        context.timerService().registerEventTimeTimer(10);
      }
      out.collect(
          key
              + " timer "
              + timestamp
              + (timestamp == FOR_EVER
                  ? " when the watermark is " + context.currentWatermark()
                  : ""));
    }
  }
}
