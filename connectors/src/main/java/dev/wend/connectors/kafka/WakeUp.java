package dev.wend.connectors.kafka;

import java.util.concurrent.CompletableFuture;

/** Wakes a reader that waits for messages also when its clock has something to do. */
final class WakeUp {
  private volatile boolean due = true;
  private volatile CompletableFuture<Void> awake = CompletableFuture.completedFuture(null);
  private CompletableFuture<Void> relay = awake;

  /** The clock has something to do; from any thread. */
  void ring() {
    due = true;
    awake.complete(null);
  }

  /** Whether it rang since it was last asked. */
  boolean takeDue() {
    if (!due) {
      return false;
    }
    due = false;
    return true;
  }

  /**
   * Done when messages are there, or when it rings. The future of a silent stream stays the same one for long; it is watched
   * once only.
   */
  CompletableFuture<Void> or(CompletableFuture<Void> messages) {
    if (messages.isDone()) {
      return messages;
    }
    if (awake.isDone()) {
      awake = new CompletableFuture<>();
    }
    CompletableFuture<Void> either = awake;
    if (relay.isDone()) {
      relay = messages.thenRun(() -> awake.complete(null));
    }
    if (due || messages.isDone()) {
      either.complete(null);
    }
    return either;
  }
}
