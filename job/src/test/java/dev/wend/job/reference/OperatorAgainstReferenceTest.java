package dev.wend.job.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.job.operator.Backend;
import dev.wend.job.operator.OperatorReplay;
import dev.wend.job.operator.OperatorReplay.Output;
import dev.wend.job.reference.ReferenceInterpreter.Records;
import dev.wend.job.reference.Samples.Tried;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The operator against the plain interpreter: events out of order, snapshots taken and restored at random points, at another
 * parallelism too. {@code -Dwend.operatorSeeds=N} tries N times as many seeds, {@code -Dwend.seed=S} begins with another one.
 */
class OperatorAgainstReferenceTest {
  private static final int FACTOR = Integer.getInteger("wend.operatorSeeds", 1);
  private static final long FIRST_SEED = Long.getLong("wend.seed", 1);

  private final LongAdder restarts = new LongAdder();
  private final LongAdder rescalings = new LongAdder();

  @ParameterizedTest
  @CsvSource({"HEAP, 500", "ROCKSDB, 25"})
  void writesWhatTheContractSays(Backend backend, int seeds) throws Exception {
    int count = seeds * FACTOR;
    Tried tried = Samples.trying(FIRST_SEED, count, sample -> difference(backend, sample));
    tried
        .failure()
        .ifPresent(
            failure ->
                assertThat(failure.difference())
                    .as("%s, %s", backend, Sample.of(failure.seed()))
                    .isEmpty());
    System.out.printf(
        "%s: %d seeds from %d, %d restarts, %d of them at another parallelism%n",
        backend, count, FIRST_SEED, restarts.sum(), rescalings.sum());
    assertThat(rescalings.sum()).isGreaterThan(count);
  }

  private String difference(Backend backend, Sample sample) throws Exception {
    Output output =
        OperatorReplay.run(
            sample.compiled(), sample.events(), sample.asOf(), backend, sample.seed());
    restarts.add(output.restarts());
    rescalings.add(output.rescalings());
    return output.refused() == 0
        ? Difference.ofRecords("operator", sample.expected().records(), records(output))
        : output.refused() + " events were refused";
  }

  private static Records records(Output output) {
    return new Records(objects(output.actions()), objects(output.trace()), new TreeMap<>());
  }

  private static List<ObjectNode> objects(List<String> lines) {
    return lines.stream()
        .map(line -> (ObjectNode) Json.read(line.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}
