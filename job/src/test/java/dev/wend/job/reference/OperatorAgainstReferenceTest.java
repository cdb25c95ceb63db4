package dev.wend.job.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.job.operator.Backend;
import dev.wend.job.operator.OperatorReplay;
import dev.wend.job.operator.OperatorReplay.Output;
import dev.wend.job.reference.ReferenceInterpreter.Records;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The operator against the plain interpreter: events out of order, snapshots taken and restored at random points, at another
 * parallelism too. {@code -Dwend.operatorSeeds=N} tries that many times as many seeds, {@code -Dwend.seed=S} begins with
 * another one.
 */
class OperatorAgainstReferenceTest {
  private static final int FACTOR = Integer.getInteger("wend.operatorSeeds", 1);
  private static final long FIRST_SEED = Long.getLong("wend.seed", 1);

  @ParameterizedTest
  @CsvSource({"HEAP, 500", "ROCKSDB, 50"})
  void writesWhatTheContractSays(Backend backend, int seeds) throws Exception {
    int restarts = 0;
    int rescalings = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + (long) seeds * FACTOR; seed++) {
      Sample sample = Sample.of(seed);
      Output output =
          OperatorReplay.run(sample.compiled(), sample.events(), sample.asOf(), backend, seed);
      assertThat(Difference.ofRecords("operator", sample.expected().records(), records(output)))
          .as("%s, restarted %d times, %s", backend, output.restarts(), sample)
          .isEmpty();
      assertThat(output.refused()).as(sample.toString()).isZero();
      restarts += output.restarts();
      rescalings += output.rescalings();
    }
    System.out.printf(
        "%s: %d seeds from %d, %d restarts, %d at another parallelism%n",
        backend, seeds * FACTOR, FIRST_SEED, restarts, rescalings);
    assertThat(rescalings).isGreaterThan(seeds);
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
