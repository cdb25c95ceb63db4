package dev.wend.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a reader that waits is woken by. */
class WakeUpTest {
  @Test
  void aReaderIsWokenByMessagesOrByTheClock() {
    WakeUp wakeUp = new WakeUp();
    CompletableFuture<Void> messages = new CompletableFuture<>();
    assertThat(wakeUp.or(messages)).as("the clock is due at the beginning").isDone();
    assertThat(wakeUp.takeDue()).isTrue();
    assertThat(wakeUp.takeDue()).isFalse();

    CompletableFuture<Void> first = wakeUp.or(messages);
    assertThat(first).isNotDone();
    wakeUp.ring();
    assertThat(first).isDone();
    assertThat(wakeUp.or(messages)).as("until the clock was asked").isDone();
    assertThat(wakeUp.takeDue()).isTrue();

    CompletableFuture<Void> second = wakeUp.or(messages);
    assertThat(second).isNotDone();
    messages.complete(null);
    assertThat(second).isDone();
    assertThat(wakeUp.or(messages)).isDone();

    CompletableFuture<Void> more = new CompletableFuture<>();
    CompletableFuture<Void> third = wakeUp.or(more);
    assertThat(third).isNotDone();
    more.complete(null);
    assertThat(third).isDone();
  }

  @Test
  void aSilentStreamIsWatchedOnce() {
    WakeUp wakeUp = new WakeUp();
    CompletableFuture<Void> silent = new CompletableFuture<>();
    for (int ticks = 0; ticks < 100; ticks++) {
      wakeUp.ring();
      assertThat(wakeUp.takeDue()).isTrue();
      assertThat(wakeUp.or(silent)).isNotDone();
    }

    assertThat(silent.getNumberOfDependents()).isOne();
  }
}
