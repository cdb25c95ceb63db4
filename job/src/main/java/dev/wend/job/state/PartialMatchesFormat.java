package dev.wend.job.state;

import dev.wend.compile.CompiledScenario.Version;
import dev.wend.job.journey.Customer;
import dev.wend.job.journey.PartialMatches;
import dev.wend.job.journey.PartialMatches.Owner;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How far a customer has come in the pattern of a trigger, inside a customer. */
final class PartialMatchesFormat {
  private PartialMatchesFormat() {}

  static void write(Map.Entry<Owner, PartialMatches> entry, DataOutputView out) throws IOException {
    Wire.writeText(entry.getKey().version().scenarioId(), out);
    Wire.writeNumber(entry.getKey().version().number(), out);
    Wire.writeText(entry.getKey().triggerNode(), out);
    Wire.writeNumber(entry.getValue().next(), out);
    Wire.writeNumber(entry.getValue().last(), out);
    Wire.writeBytes(entry.getValue().run(), out);
  }

  static void readAll(Customer customer, DataInputView in) throws IOException {
    for (long left = Wire.readNumber(in); left > 0; left--) {
      Owner owner =
          new Owner(new Version(Wire.readText(in), Wire.readNumber(in)), Wire.readText(in));
      customer
          .partialMatches()
          .put(
              owner,
              new PartialMatches(Wire.readNumber(in), Wire.readNumber(in), Wire.readBytes(in)));
    }
  }
}
