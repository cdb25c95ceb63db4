package dev.wend.job.state;

import dev.wend.event.TriggerReference;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The event by which an instance entered. */
final class TriggerFormat {
  private TriggerFormat() {}

  static void write(TriggerReference trigger, DataOutputView out) throws IOException {
    MessageIdFormat.write(trigger.messageId(), out);
    Wire.writeText(trigger.kind().id(), out);
    Wire.writeNumber(trigger.timestamp(), out);
  }

  static TriggerReference read(DataInputView in) throws IOException {
    return new TriggerReference(
        MessageIdFormat.read(in), CustomerEventSerializer.readKind(in), Wire.readNumber(in));
  }
}
