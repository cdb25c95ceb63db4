package dev.wend.job.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.matcher.Literal;
import dev.wend.matcher.Operand;
import dev.wend.matcher.Reference;
import java.util.Map;

/**
 * What a matcher may look at besides the event.
 *
 * @param trigger the triggering event, missing where there is none
 * @param event the event that last moved the instance, missing where there is none
 * @param sent what the instance sent, by node
 */
record Facts(JsonNode trigger, JsonNode event, ObjectNode profile, Map<String, Sent> sent) {
  /** A message that was not suppressed. */
  record Sent(String actionId, String template) {}

  /** What a trigger may look at. */
  static Facts of(ObjectNode profile) {
    return new Facts(MissingNode.getInstance(), MissingNode.getInstance(), profile, Map.of());
  }

  JsonNode value(Operand operand) {
    if (operand instanceof Literal literal) {
      return literal.value();
    }
    Reference reference = (Reference) operand;
    return switch (reference.source()) {
      case TRIGGER -> trigger.at(reference.pointer());
      case EVENT -> event.at(reference.pointer());
      case PROFILE -> profile.at(reference.pointer());
    };
  }
}
