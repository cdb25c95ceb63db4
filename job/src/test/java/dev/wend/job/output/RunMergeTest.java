package dev.wend.job.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wend.connectors.file.Folder;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunMergeTest {
  private static final RunFiles NAMES = new RunFiles("actions");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 11, 12})
  void runsAreMergedInSeveralPassesWhereTheyAreMany(int mostOpen) throws IOException {
    int tasks = 4;
    int runs = 3;
    for (int task = 0; task < tasks; task++) {
      for (int number = 0; number < runs; number++) {
        run(task, 0, number, 100 * number + task, 1000 + 10 * task + number);
      }
      NAMES.end(folder(), task, tasks, 0, runs);
    }
    List<Long> seen = new ArrayList<>();
    new RunMerge(folder(), "actions", mostOpen)
        .write("actions.jsonl", record -> seen.add(record.timestamp()));
    assertThat(lines())
        .containsExactly(
            "0", "1", "2", "3", "100", "101", "102", "103", "200", "201", "202", "203", "1000",
            "1001", "1002", "1010", "1011", "1012", "1020", "1021", "1022", "1030", "1031", "1032");
    assertThat(seen).hasSize(24).isSorted();
  }

  @Test
  void whatAnAttemptThatFailedLeftBehindIsOfNoAccount() throws IOException {
    run(0, 0, 0, 5);
    run(0, 0, 1, 6);
    run(0, 1, 0, 5, 6, 7);
    NAMES.end(folder(), 0, 1, 1, 1);
    new RunFiles("trace").end(folder(), 0, 1, 0, 0);
    RunMerge.write(folder(), "actions", "actions.jsonl", record -> {});
    assertThat(lines()).containsExactly("5", "6", "7");
  }

  @Test
  void tasksThatWroteNothingGiveAnEmptyFile() throws IOException {
    NAMES.end(folder(), 0, 2, 0, 0);
    NAMES.end(folder(), 1, 2, 0, 0);
    RunMerge.write(folder(), "actions", "actions.jsonl", record -> {});
    assertThat(directory.resolve("actions.jsonl")).isEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aTaskThatWroteElsewhereIsMissed(int missing) throws IOException {
    for (int task = 0; task < 3; task++) {
      if (task != missing) {
        run(task, 0, 0, task);
        NAMES.end(folder(), task, 3, 0, 1);
      }
    }
    assertThatThrownBy(() -> RunMerge.write(folder(), "actions", "actions.jsonl", record -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not in " + directory)
        .hasMessageContaining("the same place for all machines of the cluster");
  }

  private Folder folder() {
    return Folder.of(directory.toString());
  }

  private void run(int task, int attempt, int number, long... times) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(folder().create(NAMES.run(task, attempt, number)))) {
      for (long time : times) {
        byte[] json = Long.toString(time).getBytes(StandardCharsets.UTF_8);
        new SortedRecord(time, "c1", 0, json).write(out);
      }
    }
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(directory.resolve("actions.jsonl"));
  }
}
