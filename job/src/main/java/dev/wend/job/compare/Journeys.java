package dev.wend.job.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wend.event.ActionRecord;
import dev.wend.event.Json;
import dev.wend.event.TraceKind;
import dev.wend.event.TraceRecord;
import dev.wend.event.TraceRecord.Subject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The journeys of one customer on one side, made of records as they are written. */
final class Journeys {
  private static final Set<TraceKind> ENTRIES =
      EnumSet.of(TraceKind.ENTERED, TraceKind.ENTRY_IGNORED, TraceKind.ENTRY_LIMITED);

  private final Side side;
  private final Pairing pairing;
  private final KnownEvents events;
  private final Map<Journey.Key, Journey> byKey = new LinkedHashMap<>();
  private final Map<String, Journey> byInstance = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Cause.Internal> ownMessages = new HashMap<>();
  private Optional<ActionRecord> latest = Optional.empty();

  /**
   * Journeys without any yet.
   *
   * @param events of the customer
   */
  Journeys(Side side, Pairing pairing, KnownEvents events) {
    this.side = side;
    this.pairing = pairing;
    this.events = events;
  }

  /** In order of appearance. */
  Map<Journey.Key, Journey> byKey() {
    return byKey;
  }

  /** Its trace record comes next. */
  void add(ActionRecord action) {
    latest = Optional.of(action);
    Journey journey = byInstance.get(action.instanceId());
    ownMessages.put(action.actionId(), new Cause.Internal(journey.key(), action.nodeId()));
  }

  void add(TraceRecord trace) {
    Optional<Subject> subject = trace.subject();
    Journey journey =
        subject
            .filter(about -> !ENTRIES.contains(trace.kind()))
            .map(about -> byInstance.get(about.instanceId()))
            .orElseGet(() -> begin(trace));
    journey
        .steps()
        .add(
            new Step(
                trace.kind(),
                subject.map(Subject::nodeId).orElse(""),
                trace.timestamp(),
                detail(trace.detail()),
                cause(trace, journey),
                trace.kind() == TraceKind.ACTION ? done() : Step.NO_ACTION));
  }

  /** The journey of an instance that is still on its way. */
  Journey of(String scenarioId, long entered, String messageId) {
    Cause cause = messageId.isEmpty() ? new Cause.Clock() : message(messageId, entered);
    Journey.Key key = key(pairing.of(side, scenarioId).name(), entered, cause);
    Journey found = byKey.get(key);
    for (Journey.Key next = key.next(); byKey.containsKey(next); next = next.next()) {
      found = byKey.get(next);
    }
    return found;
  }

  private static Journey.Key key(String scenario, long entered, Cause cause) {
    long origin = cause instanceof Cause.Internal own ? own.journey().origin() : entered;
    return new Journey.Key(scenario, origin, cause.name(), 0);
  }

  private Journey begin(TraceRecord trace) {
    String scenario =
        trace.subject().map(about -> pairing.of(side, about.scenarioId()).name()).orElse("");
    Cause cause =
        trace.messageId().map(id -> message(id, trace.timestamp())).orElseGet(Cause.Clock::new);
    Journey.Key key = key(scenario, trace.timestamp(), cause);
    while (byKey.containsKey(key)) {
      key = key.next();
    }
    Journey journey = new Journey(key, number(trace));
    byKey.put(key, journey);
    trace.subject().ifPresent(about -> byInstance.put(about.instanceId(), journey));
    return journey;
  }

  /** As {@code wend trace} counts them: an erasure has no number. */
  private int number(TraceRecord trace) {
    int next = numbers.size() + 1;
    return trace
        .subject()
        .map(about -> Optional.ofNullable(numbers.putIfAbsent(about.instanceId(), next)))
        .map(known -> known.orElse(next))
        .orElse(0);
  }

  private Cause cause(TraceRecord trace, Journey journey) {
    if (trace.messageId().isPresent()) {
      return message(trace.messageId().get(), trace.timestamp());
    }
    boolean atEntryByClock =
        trace.timestamp() == journey.key().origin()
            && journey.key().cause().equals(new Cause.Clock().name());
    return atEntryByClock || trace.kind() == TraceKind.RESTARTED
        ? new Cause.Clock()
        : new Cause.Deadline();
  }

  private Cause message(String messageId, long timestamp) {
    Cause.Internal own = ownMessages.get(messageId);
    if (own != null) {
      return own;
    }
    return new Cause.Event(messageId, events.get(messageId, timestamp), timestamp);
  }

  private static String detail(TraceRecord.Detail detail) {
    if (detail instanceof TraceRecord.Decision decided) {
      return decided.decision();
    }
    return detail instanceof TraceRecord.Reason why ? why.reason() : "";
  }

  private JsonNode done() {
    ActionRecord action = latest.orElseThrow();
    ObjectNode json = Json.object();
    json.put("type", action.type());
    json.put("channel", action.channel().id());
    json.setAll(action.fields().deepCopy());
    return withoutIds(json);
  }

  /** Ids of own actions are named by what they are of, so that they are the same in all versions. */
  private JsonNode withoutIds(JsonNode value) {
    if (value instanceof ObjectNode object) {
      object.properties().forEach(member -> member.setValue(withoutIds(member.getValue())));
    } else if (value instanceof ArrayNode list) {
      for (int index = 0; index < list.size(); index++) {
        list.set(index, withoutIds(list.get(index)));
      }
    } else if (value.isTextual() && ownMessages.containsKey(value.textValue())) {
      return TextNode.valueOf("{" + ownMessages.get(value.textValue()).node() + "}");
    }
    return value;
  }
}
