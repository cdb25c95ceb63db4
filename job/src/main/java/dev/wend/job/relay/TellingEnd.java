package dev.wend.job.relay;

import org.apache.flink.runtime.operators.coordination.OperatorEvent;

/** Takes what is told. */
final class TellingEnd extends EndCoordinator {
  private final Relay relay;

  TellingEnd(Relay relay) {
    this.relay = relay;
  }

  @Override
  public void executionAttemptReady(int subtask, int attempt, SubtaskGateway gateway) {
    relay.setTeller(gateway);
  }

  @Override
  public void executionAttemptFailed(int subtask, int attempt, Throwable reason) {
    relay.removeTeller();
  }

  @Override
  public void handleEventFromOperator(int subtask, int attempt, OperatorEvent event) {
    relay.tell(event);
  }
}
