package dev.wend.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.event.Json;
import dev.wend.job.cli.ReplayRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.LongPredicate;

/** What a replay does with the events of a live job, with which that job must agree. */
record Replayed(List<String> actions, List<String> trace, long deadLetters) {

  /** Replays up to a time, that included. */
  static Replayed upTo(long asOf, Path scenarios, History history, Path directory)
      throws IOException {
    Files.createDirectories(directory);
    ReplayRun run =
        ReplayRun.of(
                directory.resolve("replay"),
                "--scenarios=" + scenarios,
                "--events=" + history.write(directory.resolve("events.jsonl")),
                "--as-of=" + Instant.ofEpochMilli(asOf))
            .done();
    assertThat(run.actions()).isNotEmpty();
    return new Replayed(sorted(run.actions()), sorted(run.trace()), run.deadLetters().size());
  }

  /** The live job wrote all this and nothing else. */
  void assertSame(LiveRun live) {
    assertThat(live.committed("late")).as("late").isEmpty();
    assertThat(live.committed("dead-letter")).as("dead letters").hasSize((int) deadLetters);
    assertSameJourneys(live);
  }

  /** The live job did all this and nothing else. */
  void assertSameJourneys(LiveRun live) {
    assertSameJourneys(live, timestamp -> true);
  }

  /** At some times the live job did all this and nothing else. */
  void assertSameJourneys(LiveRun live, LongPredicate times) {
    assertThat(sorted(at(times, live.committed("actions")))).as("actions").isEqualTo(actions);
    assertThat(sorted(at(times, live.committed("trace")))).as("trace").isEqualTo(trace);
  }

  private static List<String> at(LongPredicate times, List<String> records) {
    return records.stream()
        .filter(
            record ->
                times.test(
                    Json.read(record.getBytes(StandardCharsets.UTF_8)).path("timestamp").asLong()))
        .toList();
  }

  static List<String> sorted(Collection<String> records) {
    return records.stream().sorted().toList();
  }
}
