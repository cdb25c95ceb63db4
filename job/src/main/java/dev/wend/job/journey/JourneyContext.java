package dev.wend.job.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.Step;
import dev.wend.event.Profile;
import dev.wend.matcher.MatchContext;
import dev.wend.matcher.Reference;
import java.util.List;
import java.util.Optional;

/** What the matchers of an instance may look at: the profile now, and what it kept of its events. */
record JourneyContext(Customer customer, Instance instance, CompiledScenario scenario)
    implements MatchContext {
  @Override
  public JsonNode resolve(Reference reference) {
    return switch (reference.source()) {
      case TRIGGER -> kept(scenario.captures().trigger(), instance.triggerValues(), reference);
      case EVENT -> kept(scenario.captures().event(), instance.eventValues(), reference);
      case PROFILE -> profile().toJson().at(reference.pointer());
    };
  }

  @Override
  public Profile profile() {
    return customer.profile();
  }

  @Override
  public Optional<SentMessage> sent(String nodeId) {
    if (instance.suppressed().contains(nodeId)
        || !(scenario.step(nodeId) instanceof Step.Act send)) {
      return Optional.empty();
    }
    String instanceId = Identifiers.instance(customer.id(), instance.origin());
    String template = send.settings().fields().path("template").asText();
    return Optional.of(
        new SentMessage(Identifiers.action(instanceId, nodeId, send.type()), template));
  }

  private static JsonNode kept(
      List<Reference> references, List<JsonNode> values, Reference reference) {
    int index = references.indexOf(reference);
    return index < 0 || index >= values.size() ? MissingNode.getInstance() : values.get(index);
  }
}
