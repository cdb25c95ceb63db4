package dev.wend.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.benchmark.contestant.Contestants;
import dev.wend.benchmark.contestant.Historian;
import dev.wend.benchmark.measure.HistoryOutcome;
import dev.wend.benchmark.measure.LatencyOutcome;
import dev.wend.benchmark.measure.Outcome;
import dev.wend.benchmark.measure.PacedSource;
import dev.wend.benchmark.measure.Runs;
import dev.wend.benchmark.workload.History;
import dev.wend.benchmark.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The processes that suites start, each with little to do: they come to an end, and with the same answers. */
final class SuitesITCase {
  private static final String HEAP = "512m";
  private static final long CUSTOMERS = 50;
  private static final int EVENTS = 2_000;
  private static final Workload STREAM =
      Workload.clickstream(Workload.Form.MEMORY, CUSTOMERS, EVENTS);

  @ParameterizedTest
  @EnumSource(names = {"CEP_HEAP", "CEP_HEAP_FILTERED", "CEP_ROCKSDB", "CEP_ROCKSDB_FILTERED"})
  void patternsAnswerAsWendDoes(Contestants patterns) throws Exception {
    Outcome wend = run(Contestants.WEND, STREAM);
    Outcome other = run(patterns, STREAM);

    assertThat(other.answers()).isPositive().isEqualTo(wend.answers());
    assertThat(other.hash()).isEqualTo(wend.hash());
  }

  @Test
  void eventsFromATopicHaveTheSameAnswers() throws Exception {
    Outcome memory = run(Contestants.WEND, STREAM);
    Workload fromKafka = Workload.clickstream(Workload.Form.KAFKA, CUSTOMERS, EVENTS);
    Outcome topic = run(Contestants.WEND, fromKafka, Duration.ofSeconds(1));

    assertThat(topic.answers()).isPositive().isEqualTo(memory.answers());
    assertThat(topic.hash()).isEqualTo(memory.hash());
  }

  @Test
  void actionsAreTimedAtASteadyRate() throws Exception {
    PacedSource.Pace pace = new PacedSource.Pace(1_000, Duration.ZERO);

    LatencyOutcome outcome =
        Runs.of(
            DelayCommand.arguments(pace, CUSTOMERS, Duration.ofSeconds(2), Duration.ofSeconds(2)),
            HEAP,
            LatencyOutcome.class);

    assertThat(outcome.actions()).isPositive();
    assertThat(outcome.parts()).isNotEmpty();
  }

  @Test
  void aReplayReadsAllThatWasWritten(@TempDir Path directory) throws Exception {
    Workload year = History.year(CUSTOMERS, EVENTS);
    History.write(year, Files.createDirectory(directory.resolve("history")));

    for (Historian historian : Historian.values()) {
      List<String> arguments = HistoryCommand.arguments(historian, year, directory);
      HistoryOutcome outcome = Runs.of(arguments, HEAP, HistoryOutcome.class);

      assertThat(outcome.events()).as(historian.title()).isEqualTo(EVENTS);
      assertThat(outcome.records() > 0).isEqualTo(historian == Historian.REPLAY);
    }
  }

  private static Outcome run(Contestants contestant, Workload workload)
      throws IOException, InterruptedException {
    return run(contestant, workload, Duration.ZERO);
  }

  private static Outcome run(Contestants contestant, Workload workload, Duration rehearsal)
      throws IOException, InterruptedException {
    return MeasureCommand.run(contestant, workload, 0, rehearsal, HEAP);
  }
}
