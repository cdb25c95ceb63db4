package dev.wend.job.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.runtime.operators.coordination.OperatorEventDispatcher;
import org.apache.flink.runtime.operators.coordination.OperatorEventGateway;
import org.apache.flink.runtime.operators.coordination.OperatorEventHandler;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;

/** An end of the relay as a harness lays it, which sends to the test rather than to a job manager. */
final class WiredEnd<IN, OUT> extends AbstractStreamOperatorFactory<OUT>
    implements OneInputStreamOperatorFactory<IN, OUT>, OperatorEventDispatcher {
  private static final long serialVersionUID = 1;

  private final RelayEnd<IN, OUT> end;
  private final transient Consumer<OperatorEvent> wire;
  private final transient List<OperatorEventHandler> handlers = new ArrayList<>();

  WiredEnd(RelayEnd<IN, OUT> end, Consumer<OperatorEvent> wire) {
    this.end = end;
    this.wire = wire;
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // as it is declared
  public <T extends StreamOperator<OUT>> T createStreamOperator(
      StreamOperatorParameters<OUT> parameters) {
    return end.createStreamOperator(
        new StreamOperatorParameters<>(
            parameters.getContainingTask(),
            parameters.getStreamConfig(),
            parameters.getOutput(),
            parameters::getProcessingTimeService,
            this,
            parameters.getMailboxExecutor()));
  }

  @Override
  @SuppressWarnings("rawtypes") // as it is declared
  public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader classLoader) {
    return end.getStreamOperatorClass(classLoader);
  }

  @Override
  public void registerEventHandler(OperatorID operator, OperatorEventHandler handler) {
    handlers.add(handler);
  }

  @Override
  public OperatorEventGateway getOperatorEventGateway(OperatorID operator) {
    return wire::accept;
  }

  void handle(OperatorEvent event) {
    handlers.forEach(handler -> handler.handleOperatorEvent(event));
  }
}
