package dev.wend.job.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.EventKind;
import dev.wend.event.Json;

/** What made a step happen. */
sealed interface Cause {
  ObjectNode toJson();

  /** The same for both sides, whatever the versions of their scenarios. */
  String name();

  /** An event of the history. */
  record Event(String messageId, EventKind kind, long timestamp) implements Cause {
    @Override
    public ObjectNode toJson() {
      return Json.object()
          .put("by", "event")
          .put("messageId", messageId)
          .put("kind", kind.id())
          .put("timestamp", timestamp);
    }

    @Override
    public String name() {
      return "event " + messageId;
    }
  }

  /**
   * An event that an action of a scenario made (SEMANTICS.md section 5, step 6).
   *
   * @param journey the journey that came to the action
   */
  record Internal(Journey.Key journey, String node) implements Cause {
    @Override
    public ObjectNode toJson() {
      return Json.object()
          .put("by", "action")
          .put("scenario", journey.scenario())
          .put("node", node);
    }

    @Override
    public String name() {
      return "action " + node + " of " + journey;
    }
  }

  /** A deadline. */
  record Deadline() implements Cause {
    @Override
    public ObjectNode toJson() {
      return Json.object().put("by", "deadline");
    }

    @Override
    public String name() {
      return "deadline";
    }
  }

  /** A trigger by the clock. */
  record Clock() implements Cause {
    @Override
    public ObjectNode toJson() {
      return Json.object().put("by", "clock");
    }

    @Override
    public String name() {
      return "clock";
    }
  }
}
