package dev.wend.job.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.compile.Step;
import dev.wend.event.ActionRecord;
import dev.wend.event.Json;
import dev.wend.event.TraceKind;
import dev.wend.matcher.Literal;
import dev.wend.matcher.Operand;
import dev.wend.matcher.Reference;
import dev.wend.scenario.ActionSettings.OnConsentMissing;

/** Carries out the actions of instances, as far as that is done here: by writing their records (SEMANTICS.md section 6). */
final class Actions {
  private static final String CONSENT_MISSING = "consent-missing";

  private final JourneyOutput output;
  private final Records records;
  private final ProfileActions profileActions;

  Actions(JourneyOutput output, Records records) {
    this.profileActions = new ProfileActions(output, records);
    this.output = output;
    this.records = records;
  }

  /**
   * Does what an action node says.
   *
   * @return whether the instance goes on; it does not where a consent is missing and the node says {@code exit}
   */
  boolean perform(JourneyContext context, Step.Act act, Cause cause) {
    if (act.type().changesProfile()) {
      write(context, act, cause);
      profileActions.perform(context, act, cause);
      return true;
    }
    if (context.profile().consents().keySet().containsAll(act.settings().consents())) {
      write(context, act, cause);
      return true;
    }
    Instance instance = context.instance();
    instance.suppressed().add(act.nodeId());
    records.because(
        TraceKind.SUPPRESSED, context.customer(), instance, act.nodeId(), cause, CONSENT_MISSING);
    if (act.settings().onConsentMissing() == OnConsentMissing.SKIP) {
      return true;
    }
    records.because(
        TraceKind.EXITED, context.customer(), instance, act.nodeId(), cause, CONSENT_MISSING);
    return false;
  }

  private void write(JourneyContext context, Step.Act act, Cause cause) {
    Instance instance = context.instance();
    String instanceId = records.instanceId(context.customer(), instance);
    output.action(
        new ActionRecord(
            Identifiers.action(instanceId, act.nodeId(), act.type()),
            instance.version().scenarioId(),
            instance.version().number(),
            instanceId,
            context.customer().id(),
            act.nodeId(),
            act.type().id(),
            act.settings().channel(),
            cause.timestamp(),
            fields(context, act),
            instance.origin().trigger(),
            context.customer().takePosition(cause.timestamp())));
    records.trace(TraceKind.ACTION, context.customer(), instance, act.nodeId(), cause);
  }

  /** Those of the node, which nobody changes; a copy where data are added. */
  private ObjectNode fields(JourneyContext context, Step.Act act) {
    if (act.settings().data().isEmpty()) {
      return act.settings().fields();
    }
    ObjectNode fields = act.settings().fields().deepCopy();
    ObjectNode data = fields.putObject("data");
    act.settings().data().forEach((name, operand) -> data.set(name, value(context, operand)));
    return fields;
  }

  private JsonNode value(JourneyContext context, Operand operand) {
    if (operand instanceof Literal literal) {
      return literal.value();
    }
    JsonNode value = context.resolve((Reference) operand);
    if (Json.isMissing(value)) {
      output.count(Count.MISSING_VALUE);
      return NullNode.getInstance();
    }
    return value;
  }
}
