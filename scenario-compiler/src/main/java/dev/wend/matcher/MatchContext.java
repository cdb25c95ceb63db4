package dev.wend.matcher;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Profile;
import java.util.Optional;

/** What a matcher may look at besides the event. */
public interface MatchContext {
  /** The value that {@code reference} points to; a missing node where there is none. */
  JsonNode resolve(Reference reference);

  /** The customer's profile at the moment of looking. */
  Profile profile();

  /** The message that this instance sent at {@code nodeId}; empty where it was suppressed or not sent. */
  Optional<SentMessage> sent(String nodeId);

  /**
   * A message that an instance sent.
   *
   * @param template of the send node, compared with an event's {@code campaign_id}
   */
  record SentMessage(String actionId, String template) {}
}
