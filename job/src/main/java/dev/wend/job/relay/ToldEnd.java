package dev.wend.job.relay;

import java.util.concurrent.CompletableFuture;

/** Hands on what is told to all tasks of its operator. */
final class ToldEnd extends EndCoordinator {
  private final Relay relay;
  private final Context context;

  ToldEnd(Relay relay, Context context) {
    this.relay = relay;
    this.context = context;
  }

  @Override
  public void executionAttemptReady(int subtask, int attempt, SubtaskGateway gateway) {
    relay.join(gateway, context.currentParallelism());
  }

  @Override
  public void executionAttemptFailed(int subtask, int attempt, Throwable reason) {
    relay.leave(subtask);
  }

  @Override
  public void checkpointCoordinator(long checkpointId, CompletableFuture<byte[]> result) {
    relay.begin(checkpointId);
    super.checkpointCoordinator(checkpointId, result);
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    relay.complete(checkpointId);
  }

  @Override
  public void notifyCheckpointAborted(long checkpointId) {
    relay.abort(checkpointId);
  }

  @Override
  public void resetToCheckpoint(long checkpointId, byte[] nothing) {
    relay.reset();
  }

  @Override
  public void subtaskReset(int subtask, long checkpointId) {
    relay.reset();
  }
}
