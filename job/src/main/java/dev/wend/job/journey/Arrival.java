package dev.wend.job.journey;

import dev.wend.compile.Stage;
import dev.wend.scenario.Node;
import java.util.OptionalLong;

/** What comes of an instance that has come to a stage. */
sealed interface Arrival {
  /** It waits there. */
  record Waits(Instance.Wait waiting) implements Arrival {}

  /** The moment for which it should wait is now or past. */
  record GoesOn() implements Arrival {}

  /** There is no moment for which it could wait. */
  record NoDate() implements Arrival {}

  /** Finds out until when the instance waits, if at all. */
  static Arrival at(JourneyContext context, Stage stage, long now) {
    if (stage.until() instanceof Stage.Window window) {
      return waits(stage, now, Times.plus(now, window.duration()));
    } else if (!(stage.until() instanceof Stage.Moment until)) {
      return waits(stage, now, Instance.NEVER);
    } else {
      OptionalLong moment = Moments.find(context, until, now);
      if (moment.isEmpty()) {
        return new NoDate();
      }
      boolean fixed = !(until.moment() instanceof Node.TimeOfDay);
      return fixed && moment.getAsLong() <= now
          ? new GoesOn()
          : waits(stage, now, moment.getAsLong());
    }
  }

  private static Arrival waits(Stage stage, long now, long deadline) {
    return new Waits(new Instance.Wait(stage.nodeId(), now, deadline));
  }
}
