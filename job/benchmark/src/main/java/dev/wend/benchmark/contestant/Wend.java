package dev.wend.benchmark.contestant;

import dev.wend.benchmark.measure.Answer;
import dev.wend.benchmark.workload.Scenarios;
import dev.wend.benchmark.workload.Workload;
import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.kafka.ControlMessage;
import dev.wend.event.CustomerEvent;
import dev.wend.job.deployment.Beginning;
import dev.wend.job.topology.LivePlan;
import dev.wend.job.topology.LiveTopology;
import dev.wend.job.topology.NoRequests;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;

/** The product: the very job that runs live, but for its source and its sinks. */
public final class Wend implements Contestant {
  private static final Duration DEDUP_HORIZON = Duration.ofHours(1);

  @Override
  public DataStream<Answer> lay(StreamExecutionEnvironment environment, Workload workload) {
    return LiveTopology.build(environment, plan(Events.received(workload), workload))
        .actions()
        .map(action -> new Answer(action.customerId(), action.nodeId(), action.timestamp()))
        .returns(Events.ANSWER);
  }

  static LivePlan plan(Source<Either<CustomerEvent, DeadLetter>, ?, ?> events, Workload workload) {
    List<ControlMessage> nothingSaid = List.of();
    return new LivePlan(
        events,
        new NoRequests(),
        Beginning.of(Scenarios.documents(workload), nothingSaid),
        DEDUP_HORIZON,
        Optional.empty());
  }
}
