package dev.wend.job.journey;

import dev.wend.compile.Stage;

/** Where an instance stands that has just arrived, and until when. */
final class Arrivals {
  private Arrivals() {}

  static Instance.Wait at(Stage stage, long timestamp) {
    long deadline =
        stage.until() instanceof Stage.Window window
            ? Times.plus(timestamp, window.duration())
            : Instance.NEVER;
    return new Instance.Wait(stage.nodeId(), timestamp, deadline);
  }
}
