package dev.wend.benchmark;

import dev.wend.benchmark.contestant.Historian;
import dev.wend.benchmark.measure.HistoryOutcome;
import dev.wend.benchmark.measure.Runs;
import dev.wend.benchmark.measure.TemporaryDirectory;
import dev.wend.benchmark.report.HistoryText;
import dev.wend.benchmark.workload.History;
import dev.wend.benchmark.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The replay of a year beside what it must do at least. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Compares a replay of a year of history with reading and sorting it.")
final class ReplayCommand implements Callable<Integer> {
  /** The history itself, what is between the operators, what sorting spills, and what is written. */
  private static final long COPIES = 4;

  @Option(names = "--events", defaultValue = "10000000", description = "About 1 kB each.")
  private long events;

  @Option(names = "--customers", defaultValue = "200000")
  private long customers;

  @Option(
      names = "--directory",
      defaultValue = "${sys:java.io.tmpdir}",
      description = "Where the files are written; what is written there is deleted.")
  private Path directory;

  @Option(names = "--rounds", defaultValue = "1", description = "How often each is run.")
  private int rounds;

  @Option(names = "--heap", defaultValue = "2g", description = "The heap of each process.")
  private String heap;

  @Override
  public Integer call() throws Exception {
    Workload year = History.year(customers, events);
    requireSpace(events * History.LINE * COPIES);
    try (TemporaryDirectory temporary = TemporaryDirectory.in(directory)) {
      Path work = temporary.path();
      System.err.printf("replay: writing %,d events to %s%n", events, work);
      History.write(year, Files.createDirectory(work.resolve("history")));
      System.out.println(HistoryText.of(run(year, work)));
    }
    return 0;
  }

  private void requireSpace(long needed) throws IOException {
    long free = Files.getFileStore(directory).getUsableSpace();
    if (free < needed) {
      throw new IOException(
          String.format(
              "%s has %,d MB free and %,d MB may be needed: choose another --directory, or fewer --events",
              directory, free >> 20, needed >> 20));
    }
  }

  private Map<Historian, List<HistoryOutcome>> run(Workload year, Path work) throws Exception {
    Map<Historian, List<HistoryOutcome>> outcomes = new EnumMap<>(Historian.class);
    for (int round = 0; round < rounds; round++) {
      for (Historian historian : Historian.values()) {
        System.err.printf("replay: %s, %d of %d%n", historian.title(), round + 1, rounds);
        HistoryOutcome outcome =
            Runs.of(HistoryCommand.arguments(historian, year, work), heap, HistoryOutcome.class);
        outcomes.computeIfAbsent(historian, key -> new ArrayList<>()).add(outcome);
      }
    }
    return outcomes;
  }
}
