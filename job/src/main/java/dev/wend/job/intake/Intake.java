package dev.wend.job.intake;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.CustomerEvent;
import dev.wend.job.operator.Control;
import dev.wend.job.operator.RecordTypes;
import dev.wend.job.operator.ScenarioSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.MultipleConnectedStreams;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.transformations.MultipleInputTransformation;
import org.apache.flink.types.Either;

/** Puts the intake behind a source of events, in the same task. */
public final class Intake {
  private Intake() {}

  /** The events of {@code source} that concern some scenario, as {@code controls} change them. */
  public static SingleOutputStreamOperator<CustomerEvent> of(
      DataStream<Either<CustomerEvent, DeadLetter>> source,
      DataStream<Control> controls,
      ScenarioSource scenarios) {
    StreamExecutionEnvironment environment = source.getExecutionEnvironment();
    MultipleInputTransformation<CustomerEvent> intake =
        new MultipleInputTransformation<>(
            "intake", new Factory(scenarios), RecordTypes.EVENT, source.getParallelism());
    intake.addInput(source.getTransformation());
    intake.addInput(controls.broadcast().getTransformation());
    environment.addOperator(intake);
    return new MultipleConnectedStreams(environment).transform(intake);
  }

  private static final class Factory extends AbstractStreamOperatorFactory<CustomerEvent> {
    private static final long serialVersionUID = 1;

    private final ScenarioSource scenarios;

    Factory(ScenarioSource scenarios) {
      this.scenarios = scenarios;
      setChainingStrategy(ChainingStrategy.HEAD_WITH_SOURCES);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
    public <T extends StreamOperator<CustomerEvent>> T createStreamOperator(
        StreamOperatorParameters<CustomerEvent> parameters) {
      @SuppressWarnings("unchecked") // no other type is asked for
      T operator = (T) new IntakeOperator(parameters, scenarios);
      return operator;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader classLoader) {
      return IntakeOperator.class;
    }
  }
}
