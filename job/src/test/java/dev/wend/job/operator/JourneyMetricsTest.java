package dev.wend.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.event.ActionRecord;
import dev.wend.event.Channel;
import dev.wend.event.Json;
import dev.wend.event.TraceKind;
import dev.wend.event.TraceRecord;
import dev.wend.job.journey.Count;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.core.fs.CloseableRegistry;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.prometheus.PrometheusReporterFactory;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.metrics.MetricRegistryImpl;
import org.apache.flink.runtime.metrics.MetricRegistryTestUtils;
import org.apache.flink.runtime.metrics.ReporterSetupBuilder;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.state.DefaultOperatorStateBackendBuilder;
import org.apache.flink.util.NetUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Prometheus is told, by the names and labels of {@code METRICS.md}. */
class JourneyMetricsTest {
  private static final String PREFIX = "flink_taskmanager_job_task_operator_";
  private static final String FLINKS_OWN = "num(Bytes|Records)(In|Out)(PerSecond)?";
  private static final long T = 1_767_225_600_000L;
  private static final long DAY = 86_400_000;

  private NetUtils.Port port;
  private MetricRegistryImpl registry;
  private JourneyMetrics metrics;
  private OptionalLong now = OptionalLong.of(T);

  @BeforeEach
  void start() throws Exception {
    port = NetUtils.getAvailablePort();
    MetricConfig properties = new MetricConfig();
    properties.setProperty("port", Integer.toString(port.getPort()));
    properties.setProperty("filterLabelValueCharacters", "false");
    registry =
        new MetricRegistryImpl(
            MetricRegistryTestUtils.defaultMetricRegistryConfiguration(),
            List.of(
                ReporterSetupBuilder.METRIC_SETUP_BUILDER.forReporter(
                    "prometheus",
                    properties,
                    new PrometheusReporterFactory().createMetricReporter(properties))));
    MetricGroup group =
        TaskManagerMetricGroup.createTaskManagerMetricGroup(
                registry, "localhost", ResourceID.generate())
            .addJob(new JobID(), "wend")
            .addTask(ExecutionAttemptID.randomId(), "scenarios")
            .getOrAddOperator("scenarios");
    metrics = new JourneyMetrics(group, new ActiveInstances(emptyState()), () -> now);
  }

  private static OperatorStateStore emptyState() throws Exception {
    return new DefaultOperatorStateBackendBuilder(
            JourneyMetricsTest.class.getClassLoader(),
            new ExecutionConfig(),
            false,
            List.of(),
            new CloseableRegistry())
        .build();
  }

  @AfterEach
  void stop() throws Exception {
    registry.closeAsync().get();
    port.close();
  }

  @Test
  void countsByScenarioNodeAndReason() throws Exception {
    everything();
    String label = "scenario=\"abandoned-cart\"";

    assertThat(values("scenario_numEntered", label)).containsExactly("2.0");
    assertThat(values("scenario_numFinished", label)).containsExactly("1.0");
    assertThat(values("scenario_reason_numExited", label, "reason=\"order-completed\""))
        .containsExactly("1.0");
    assertThat(values("scenario_node_decision_numDecisions", label, "node=\"opened\"", "\"yes\""))
        .containsExactly("1.0");
    assertThat(
            values("scenario_node_type_numActions", label, "node=\"mail\"", "type=\"send-email\""))
        .containsExactly("1.0");
    assertThat(values("scenario_node_reason_numSuppressed", label, "\"consent-missing\""))
        .containsExactly("1.0");
    assertThat(values("numDuplicates")).containsExactly("1.0");
    assertThat(values("numErased")).containsExactly("1.0");
    assertThat(values("numLateEvents")).containsExactly("1.0");
  }

  @Test
  void instancesInFlightGoUpAndDown() throws Exception {
    for (int entered = 0; entered < 7; entered++) {
      metrics.trace(trace(TraceKind.ENTERED, "cart", TraceRecord.NO_DETAIL));
    }
    assertThat(values("scenario_numActive")).containsExactly("7.0");

    metrics.trace(trace(TraceKind.FINISHED, "end", TraceRecord.NO_DETAIL));
    metrics.trace(trace(TraceKind.EXPIRED, "wait", TraceRecord.NO_DETAIL));
    metrics.trace(trace(TraceKind.CONDITION_NOT_MET, "wait", TraceRecord.NO_DETAIL));
    metrics.trace(trace(TraceKind.RESTARTED, "wait", TraceRecord.NO_DETAIL));
    metrics.trace(trace(TraceKind.EXITED, "wait", new TraceRecord.Reason("stopped")));
    metrics.erased("abandoned-cart");
    assertThat(values("scenario_numActive")).containsExactly("1.0");
  }

  @Test
  void noneOfManyRecordsIsMissed() throws Exception {
    for (int entered = 0; entered < 1_000; entered++) {
      metrics.trace(trace(TraceKind.ENTERED, "cart", TraceRecord.NO_DETAIL));
    }
    assertThat(values("scenario_numEntered")).containsExactly("1000.0");
  }

  @Test
  void timeToFireIsOfRecordsByTheClockThatAreNotOfThePast() throws Exception {
    fire(T - 250);
    fire(T + 1);
    fire(T - DAY - 1);
    metrics.trace(trace(TraceKind.ENTERED, "cart", TraceRecord.NO_DETAIL));
    now = OptionalLong.empty();
    fire(T);

    assertThat(values("fireDelay_count")).containsExactly("1.0");
    assertThat(values("fireDelay", "quantile=\"0.99\"")).containsExactly("250.0");
  }

  @Test
  void scenariosAreMeasuredBeforeAnybodyEnters() throws Exception {
    DeployedScenarios deployed = new DeployedScenarios(Customers.restless());
    metrics.running(deployed);
    deployed.apply(new Control.Stop("restless", ""), List.of());
    assertThat(values("numRunningScenarios")).containsExactly("1.0");
    assertThat(values("scenario_numActive", "scenario=\"restless\"")).containsExactly("0.0");

    metrics.running(deployed);
    assertThat(values("numRunningScenarios")).containsExactly("0.0");
    assertThat(values("numRetainedVersions")).containsExactly("1.0");
    assertThat(values("numUntoldChanges")).containsExactly("1.0");
  }

  @Test
  void areAllDocumented() throws Exception {
    everything();
    Set<String> rendered =
        scrape().stream()
            .filter(line -> line.startsWith("# TYPE " + PREFIX))
            .map(line -> line.split(" ", -1)[2])
            .filter(name -> !name.matches(PREFIX + FLINKS_OWN))
            .collect(Collectors.toSet());
    Set<String> documented =
        Pattern.compile("(?m)^\\| `(" + PREFIX + "\\w+)`")
            .matcher(section("Of a scenario") + section("Of all scenarios"))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toSet());

    assertThat(documented).isEqualTo(rendered);
  }

  private static String section(String title) throws IOException {
    String text = Files.readString(Path.of("METRICS.md"));
    int begin = text.indexOf("\n## " + title);
    return text.substring(begin, text.indexOf("\n## ", begin + 1));
  }

  private void everything() {
    metrics.trace(trace(TraceKind.ENTERED, "cart", TraceRecord.NO_DETAIL));
    metrics.trace(trace(TraceKind.ENTERED, "cart", TraceRecord.NO_DETAIL));
    metrics.trace(trace(TraceKind.FINISHED, "end", TraceRecord.NO_DETAIL));
    metrics.trace(trace(TraceKind.EXITED, "opened", new TraceRecord.Reason("order-completed")));
    metrics.trace(trace(TraceKind.DECIDED, "opened", new TraceRecord.Decision("yes")));
    metrics.trace(trace(TraceKind.SUPPRESSED, "mail", new TraceRecord.Reason("consent-missing")));
    metrics.trace(
        new TraceRecord(
            TraceKind.ERASED,
            Optional.empty(),
            "anna",
            T,
            Optional.of("m"),
            TraceRecord.NO_DETAIL,
            0));
    metrics.action(
        new ActionRecord(
            "00",
            "abandoned-cart",
            1,
            "00",
            "anna",
            "mail",
            "send-email",
            Channel.ONLINE,
            T,
            Json.object(),
            Optional.empty(),
            0));
    metrics.count(Count.DUPLICATE);
    metrics.late();
  }

  private void fire(long deadline) {
    metrics.trace(
        new TraceRecord(
            TraceKind.DECIDED,
            Optional.of(new TraceRecord.Subject("abandoned-cart", 1, "00", "opened")),
            "anna",
            deadline,
            Optional.empty(),
            new TraceRecord.Decision("no"),
            0));
  }

  private static TraceRecord trace(TraceKind kind, String nodeId, TraceRecord.Detail detail) {
    return new TraceRecord(
        kind,
        Optional.of(new TraceRecord.Subject("abandoned-cart", 1, "00", nodeId)),
        "anna",
        T,
        Optional.of("m"),
        detail,
        0);
  }

  /** The values of the lines of a metric that have all those labels. */
  private List<String> values(String metric, String... labels)
      throws IOException, InterruptedException {
    return scrape().stream()
        .filter(line -> line.startsWith(PREFIX + metric + "{"))
        .filter(line -> List.of(labels).stream().allMatch(line::contains))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toList();
  }

  private List<String> scrape() throws IOException, InterruptedException {
    metrics.settle();
    URI address = URI.create("http://localhost:%d/metrics".formatted(port.getPort()));
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body()
        .lines()
        .toList();
  }
}
