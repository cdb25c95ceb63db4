package dev.wend.job.topology;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.kafka.ControlMessage;
import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.event.StatusRecord;
import dev.wend.job.deployment.DeploymentManager;
import dev.wend.job.deployment.StatusBoard;
import dev.wend.job.intake.IntakeOperator;
import dev.wend.job.operator.Control;
import dev.wend.job.operator.RecordTypes;
import dev.wend.job.operator.ScenarioOperator;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;

/** Events and requests to records (SEMANTICS.md section 6, "Live"). */
public final class LiveTopology {
  private LiveTopology() {}

  /** Lays the job out in {@code environment}, all but its sinks. The names of its parts are for ever. */
  public static LiveOutputs build(StreamExecutionEnvironment environment, LivePlan plan) {
    DataStream<Either<CustomerEvent, DeadLetter>> events =
        environment
            .fromSource(
                plan.events(), WatermarkStrategy.noWatermarks(), "events", RecordTypes.RECEIVED)
            .uid("events");
    DataStream<ControlMessage> requests =
        environment
            .fromSource(
                plan.requests(),
                WatermarkStrategy.noWatermarks(),
                "requests",
                RecordTypes.CONTROL_MESSAGE)
            .uid("requests")
            .setParallelism(1);

    SingleOutputStreamOperator<Control> controls =
        requests
            .transform("manager", RecordTypes.CONTROL, DeploymentManager.of(plan.beginning()))
            .uid("manager")
            .setParallelism(1);
    SingleOutputStreamOperator<CustomerEvent> relevant =
        events
            .transform("intake", RecordTypes.EVENT, IntakeOperator.of(plan.beginning()))
            .uid("intake");
    SingleOutputStreamOperator<ActionRecord> actions =
        relevant
            .keyBy(CustomerEvent::customerId, Types.STRING)
            .connect(controls.broadcast())
            .transform(
                "scenarios",
                RecordTypes.ACTION,
                new ScenarioOperator(
                    plan.beginning(), plan.dedupHorizon(), plan.profileRetention()))
            .uid("scenarios");
    SingleOutputStreamOperator<StatusRecord> status =
        controls
            .getSideOutput(DeploymentManager.ANSWERS)
            .connect(
                relevant
                    .getSideOutput(IntakeOperator.REPORTS)
                    .union(actions.getSideOutput(ScenarioOperator.REPORTS)))
            .transform("status-board", RecordTypes.STATUS, new StatusBoard())
            .uid("status-board")
            .setParallelism(1)
            .setMaxParallelism(1);
    return new LiveOutputs(
        actions,
        actions.getSideOutput(ScenarioOperator.TRACE),
        status,
        actions.getSideOutput(ScenarioOperator.LATE),
        relevant
            .getSideOutput(IntakeOperator.DEAD_LETTERS)
            .union(actions.getSideOutput(ScenarioOperator.FAILED)));
  }
}
