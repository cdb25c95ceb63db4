package dev.wend.job.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dashboard and the alerts ask for metrics that there are, and show all of the job's own. */
class DashboardTest {
  private static final Pattern METRIC = Pattern.compile("\\b(flink_(?:task|job)manager_\\w+)");
  private static final Pattern DOCUMENTED = Pattern.compile("\\| `(flink_\\w+)` \\|");
  private static final int COLUMNS = 24;

  /** Those that Flink 2.3 itself and RocksDB report. */
  private static final Set<String> OF_FLINK =
      Set.of(
          "flink_jobmanager_Status_JVM_Memory_Heap_Used",
          "flink_jobmanager_job_lastCheckpointDuration",
          "flink_jobmanager_job_lastCheckpointFullSize",
          "flink_jobmanager_job_lastCheckpointSize",
          "flink_jobmanager_job_numRestarts",
          "flink_jobmanager_job_numberOfCompletedCheckpoints",
          "flink_jobmanager_job_numberOfFailedCheckpoints",
          "flink_jobmanager_job_runningState",
          "flink_taskmanager_Status_JVM_Memory_Heap_Used",
          "flink_taskmanager_job_task_backPressuredTimeMsPerSecond",
          "flink_taskmanager_job_task_busyTimeMsPerSecond",
          "flink_taskmanager_job_task_operator_column_family_rocksdb_estimate_num_keys",
          "flink_taskmanager_job_task_operator_column_family_rocksdb_live_sst_files_size",
          "flink_taskmanager_job_task_operator_currentOutputWatermark",
          "flink_taskmanager_job_task_operator_pendingRecords");

  private JsonNode dashboard;
  private Set<String> documented;

  @BeforeEach
  void read() throws IOException {
    dashboard =
        DeploymentFiles.json(DeploymentFiles.DOCKER.resolve("grafana/dashboards/wend.json"));
    documented = DeploymentFiles.found(DOCUMENTED, Files.readString(Path.of("METRICS.md")));
  }

  @Test
  void allMetricsOfTheJobAreShown() {
    Set<String> shown = DeploymentFiles.found(METRIC, dashboard.toString());
    Set<String> known = new TreeSet<>(documented);
    known.addAll(OF_FLINK);

    assertThat(documented).hasSizeGreaterThan(20);
    assertThat(known).containsAll(shown);
    assertThat(shown).containsAll(known);
  }

  @Test
  void alertsAskForMetricsThatThereAre() throws IOException {
    Set<String> known = new TreeSet<>(documented);
    known.addAll(OF_FLINK);
    for (Path file : DeploymentFiles.ending("alerts.yml", "alerts-test.yml")) {
      assertThat(DeploymentFiles.found(METRIC, DeploymentFiles.yaml(file).toString()))
          .as(file.toString())
          .isNotEmpty()
          .isSubsetOf(known);
    }
  }

  @Test
  void panelsHavePlacesOfTheirOwnAndAskSomething() {
    Set<String> cells = new TreeSet<>();
    List<String> ids = new ArrayList<>();
    for (JsonNode panel : dashboard.get("panels")) {
      ids.add(panel.get("id").asText());
      JsonNode place = panel.get("gridPos");
      assertThat(place.get("x").asInt() + place.get("w").asInt()).isBetween(1, COLUMNS);
      for (int y = place.get("y").asInt();
          y < place.get("y").asInt() + place.get("h").asInt();
          y++) {
        for (int x = place.get("x").asInt();
            x < place.get("x").asInt() + place.get("w").asInt();
            x++) {
          assertThat(cells.add(x + " " + y)).as(panel.get("title").asText()).isTrue();
        }
      }
      assertThat(
              panel.get("type").asText().equals("row")
                  || !panel.at("/targets/0/expr").asText().isEmpty())
          .as(panel.get("title").asText())
          .isTrue();
    }
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(20);
  }

  @Test
  void theDataSourceIsTheProvisionedOne() throws IOException {
    JsonNode provisioned =
        DeploymentFiles.yaml(
            DeploymentFiles.DOCKER.resolve("grafana/provisioning/datasources/prometheus.yaml"));
    Set<String> asked = new TreeSet<>();
    dashboard.findValues("datasource").forEach(source -> asked.add(source.path("uid").asText()));

    assertThat(asked).containsExactly(provisioned.at("/datasources/0/uid").asText());
  }
}
