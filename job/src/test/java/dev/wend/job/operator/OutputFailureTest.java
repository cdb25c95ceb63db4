package dev.wend.job.operator;

import static dev.wend.job.operator.Customers.HOUR;
import static dev.wend.job.operator.Customers.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.job.state.VersionedSerializer;
import java.io.IOException;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What fails behind the operator, such as a sink, is no failure of a timeline: the task fails, and nothing is given up. */
class OutputFailureTest {

  @Test
  void failsTheTask() throws Exception {
    try (var job =
        new KeyedTwoInputStreamOperatorTestHarness<String, CustomerEvent, Control, ActionRecord>(
            new ScenarioOperator(Customers.restless(), Duration.ofHours(1)),
            CustomerEvent::customerId,
            null,
            Types.STRING)) {
      job.setup(new Broken());
      job.open();
      job.processElement1(new StreamRecord<>(Customers.viewed("a", T), T));
      job.processBothWatermarks(new Watermark(T));

      assertThatThrownBy(() -> job.processBothWatermarks(new Watermark(T + HOUR)))
          .hasRootCauseMessage("the broker is gone");

      assertThat(job.getSideOutput(ScenarioOperator.FAILED)).isNullOrEmpty();
    }
  }

  /** Stands for what takes the actions. */
  private static final class Broken extends VersionedSerializer<ActionRecord> {
    private static final long serialVersionUID = 1;

    @Override
    public boolean isImmutableType() {
      return false;
    }

    @Override
    protected int version() {
      return 1;
    }

    @Override
    protected void write(ActionRecord action, DataOutputView out) throws IOException {
      throw new IOException("the broker is gone");
    }

    @Override
    protected ActionRecord read(int version, DataInputView in) throws IOException {
      throw new IOException("nothing was written");
    }

    @Override
    public TypeSerializerSnapshot<ActionRecord> snapshotConfiguration() {
      throw new IllegalStateException("it is in no state");
    }
  }
}
