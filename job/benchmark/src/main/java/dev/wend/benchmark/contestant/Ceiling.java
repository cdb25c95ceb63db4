package dev.wend.benchmark.contestant;

import dev.wend.benchmark.measure.Answer;
import dev.wend.benchmark.workload.Workload;
import dev.wend.event.CustomerEvent;
import java.util.SplittableRandom;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * What any stateful job costs that does nothing: Wend's decoder and relevance filter, then one read and one write of a value in
 * RocksDB for every event that is left.
 */
public final class Ceiling implements Contestant {
  private final int valueBytes;

  /** Keeps values of that size, which is that of Wend's customers in the same stream. */
  public Ceiling(int valueBytes) {
    this.valueBytes = valueBytes;
  }

  @Override
  public DataStream<Answer> lay(StreamExecutionEnvironment environment, Workload workload) {
    return Events.read(environment, workload)
        .filter(new Relevant(workload))
        .keyBy(CustomerEvent::customerId, Types.STRING)
        .process(new ReadAndWrite(valueBytes))
        .uid("read-and-write")
        .returns(Events.ANSWER);
  }

  private static final class ReadAndWrite
      extends KeyedProcessFunction<String, CustomerEvent, Answer> {
    private static final long serialVersionUID = 1;

    private final int valueBytes;
    private transient ValueState<byte[]> value;

    ReadAndWrite(int valueBytes) {
      this.valueBytes = valueBytes;
    }

    @Override
    public void open(OpenContext context) {
      value =
          getRuntimeContext()
              .getState(
                  new ValueStateDescriptor<>(
                      "value", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    public void processElement(CustomerEvent event, Context context, Collector<Answer> answers)
        throws Exception {
      byte[] known = value.value();
      byte[] changed = known == null ? fresh(event.timestamp(), event.customerId()) : known;
      changed[0]++;
      value.update(changed);
    }

    /** As little of it can be compressed as of message ids. */
    private byte[] fresh(long seed, String customerId) {
      byte[] bytes = new byte[valueBytes];
      new SplittableRandom(seed + customerId.hashCode()).nextBytes(bytes);
      return bytes;
    }
  }
}
