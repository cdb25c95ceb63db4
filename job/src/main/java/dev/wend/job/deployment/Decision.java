package dev.wend.job.deployment;

import dev.wend.event.StatusRecord;
import dev.wend.job.operator.Control;
import java.util.Optional;

/**
 * What comes of a request.
 *
 * @param status the answer
 * @param control what all tasks are told; empty where nothing changes
 */
record Decision(StatusRecord status, Optional<Control> control) {
  static Decision none(StatusRecord status) {
    return new Decision(status, Optional.empty());
  }
}
