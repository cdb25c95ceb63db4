package dev.wend.matcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wend.event.Profile;
import java.util.Optional;

/** For comparisons with fixed values, which look at nothing but the event. */
enum NoContext implements MatchContext {
  INSTANCE;

  @Override
  public JsonNode resolve(Reference reference) {
    return MissingNode.getInstance();
  }

  @Override
  public Profile profile() {
    return Profile.EMPTY;
  }

  @Override
  public Optional<SentMessage> sent(String nodeId) {
    return Optional.empty();
  }
}
