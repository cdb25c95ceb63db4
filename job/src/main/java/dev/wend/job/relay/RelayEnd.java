package dev.wend.job.relay;

import java.io.Serializable;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.operators.coordination.OperatorCoordinator;
import org.apache.flink.runtime.operators.coordination.OperatorEventDispatcher;
import org.apache.flink.runtime.operators.coordination.OperatorEventGateway;
import org.apache.flink.runtime.operators.coordination.OperatorEventHandler;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.CoordinatedOperatorFactory;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;

/**
 * Lays an operator that tells others by way of the job manager, or one that is told. In a job there is one task that tells,
 * and one operator that is told.
 */
public final class RelayEnd<IN, OUT> extends AbstractStreamOperatorFactory<OUT>
    implements OneInputStreamOperatorFactory<IN, OUT>, CoordinatedOperatorFactory<OUT> {
  private static final long serialVersionUID = 1;

  private final Creator<IN, OUT> creator;
  private final boolean tells;

  /** An operator that knows what to do with what it is sent. */
  public interface Operator<IN, OUT>
      extends OneInputStreamOperator<IN, OUT>, OperatorEventHandler {}

  /** Makes an operator where it runs. */
  @FunctionalInterface
  public interface Creator<IN, OUT> extends Serializable {
    /** Makes an operator; what it sends to {@code gateway} comes to the relay. */
    Operator<IN, OUT> create(
        StreamOperatorParameters<OUT> parameters, OperatorEventGateway gateway);
  }

  private RelayEnd(Creator<IN, OUT> creator, boolean tells) {
    this.creator = creator;
    this.tells = tells;
    this.chainingStrategy = ChainingStrategy.ALWAYS;
  }

  /** The operator that tells; of its tasks there is one. */
  public static <IN, OUT> RelayEnd<IN, OUT> telling(Creator<IN, OUT> creator) {
    return new RelayEnd<>(creator, true);
  }

  /** The operator that is told. */
  public static <IN, OUT> RelayEnd<IN, OUT> told(Creator<IN, OUT> creator) {
    return new RelayEnd<>(creator, false);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as it is declared
  public <T extends StreamOperator<OUT>> T createStreamOperator(
      StreamOperatorParameters<OUT> parameters) {
    OperatorID id = parameters.getStreamConfig().getOperatorID();
    OperatorEventDispatcher dispatcher = parameters.getOperatorEventDispatcher();
    Operator<IN, OUT> operator = creator.create(parameters, dispatcher.getOperatorEventGateway(id));
    dispatcher.registerEventHandler(id, operator);
    return (T) operator;
  }

  @Override
  @SuppressWarnings("rawtypes") // as it is declared
  public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader classLoader) {
    return Operator.class;
  }

  @Override
  public OperatorCoordinator.Provider getCoordinatorProvider(String name, OperatorID id) {
    return new Provider(id, tells);
  }

  private record Provider(OperatorID id, boolean tells) implements OperatorCoordinator.Provider {
    @Override
    public OperatorID getOperatorId() {
      return id;
    }

    @Override
    public OperatorCoordinator create(OperatorCoordinator.Context context) {
      Relay relay = Relay.of(context.getCoordinatorStore());
      return tells ? new TellingEnd(relay) : new ToldEnd(relay, context);
    }
  }
}
