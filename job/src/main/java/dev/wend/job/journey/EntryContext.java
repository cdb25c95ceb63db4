package dev.wend.job.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wend.event.Profile;
import dev.wend.matcher.MatchContext;
import dev.wend.matcher.Reference;
import java.util.Optional;

/**
 * What a trigger may look at: the profile alone.
 *
 * @param profile as it is just after the event's own change
 */
record EntryContext(Profile profile) implements MatchContext {
  @Override
  public JsonNode resolve(Reference reference) {
    return reference.source() == Reference.Source.PROFILE
        ? profile.toJson().at(reference.pointer())
        : MissingNode.getInstance();
  }

  @Override
  public Optional<SentMessage> sent(String nodeId) {
    return Optional.empty();
  }
}
