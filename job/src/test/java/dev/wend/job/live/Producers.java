package dev.wend.job.live;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Producers at work beside the test. */
final class Producers {
  private Producers() {}

  /** What a producer does. */
  interface Sending {
    void send() throws Exception;
  }

  static CompletableFuture<Void> begin(Sending sending) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            sending.send();
          } catch (Exception failed) {
            throw new CompletionException(failed);
          }
        });
  }

  /** Several at the same time, until all are done. */
  static void all(List<Sending> sendings) {
    sendings.stream().map(Producers::begin).toList().forEach(CompletableFuture::join);
  }
}
