package dev.wend.job.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.kafka.ControlMessage;
import dev.wend.event.CustomerEvent;
import dev.wend.job.deployment.Beginning;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.types.Either;
import org.junit.jupiter.api.Test;

/** Which parts of a live job share a task. */
class LiveTopologyTest {
  private static List<JobVertex> vertices(int parallelism) {
    StreamExecutionEnvironment environment = new StreamExecutionEnvironment();
    environment.setParallelism(parallelism);
    ScriptedSource<Either<CustomerEvent, DeadLetter>> events =
        ScriptedSource.of("laid-events", 1, each -> 0L);
    ScriptedSource<ControlMessage> requests = ScriptedSource.of("laid-requests", 1, each -> 0L);
    LiveOutputs outputs =
        LiveTopology.build(
            environment,
            new LivePlan(
                events,
                requests,
                Beginning.of(List.of(), List.of()),
                Duration.ofHours(1),
                Optional.empty()));
    outputs.actions().sinkTo(new DiscardingSink<>());
    return StreamSupport.stream(
            environment.getStreamGraph().getJobGraph().getVertices().spliterator(), false)
        .toList();
  }

  /** What concerns no scenario is never written to the network. */
  @Test
  void theIntakeRunsInTheTaskOfTheSource() {
    for (int parallelism : new int[] {1, 4}) {
      List<JobVertex> intakes =
          vertices(parallelism).stream()
              .filter(vertex -> vertex.getName().contains("intake"))
              .toList();

      assertThat(intakes).hasSize(1);
      JobVertex intake = intakes.get(0);
      assertThat(intake.getName()).isEqualTo("Source: events -> intake");
      assertThat(intake.isInputVertex()).isTrue();
      assertThat(intake.getOperatorIDs()).hasSize(2);
    }
  }

  @Test
  void requestsAreDecidedOnWhereTheyAreRead() {
    assertThat(vertices(4)).extracting(JobVertex::getName).contains("Source: requests -> manager");
  }
}
