package dev.wend.job.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.util.List;
import java.util.Optional;

/** A journey of the one side and that of the other with the same entry, or one that has no counterpart. */
record Matched(Journey.Key key, Optional<Journey> a, Optional<Journey> b) {

  /** The entry, that of A where it has one. */
  Step entry() {
    return a.or(() -> b).orElseThrow().first();
  }

  /** Whether anything but ids and versions differs. */
  boolean differs() {
    return outcome() != Outcome.SAME;
  }

  Outcome outcome() {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isPresent() ? Outcome.ONLY_A : Outcome.ONLY_B;
    }
    List<Step> first = a.get().steps();
    List<Step> second = b.get().steps();
    if (first.equals(second)) {
      return Outcome.SAME;
    }
    int common = Math.min(first.size(), second.size());
    for (int index = 0; index < common; index++) {
      if (!first.get(index).isSameTurn(second.get(index))) {
        return Outcome.OTHER_PATH;
      }
    }
    if (first.size() == second.size()) {
      return Outcome.OTHER_TIMES;
    }
    Journey shorter = first.size() == common ? a.get() : b.get();
    return shorter.isOpen() ? Outcome.UNFINISHED : Outcome.OTHER_PATH;
  }

  /** The place of the first step in which they differ, or at which the one has none. */
  int partingIndex() {
    int index = 0;
    while (step(a, index).isPresent() && step(a, index).equals(step(b, index))) {
      index++;
    }
    return index;
  }

  /** The place of the first step in which more than time and cause differ; where there is none, that in which they part. */
  int turningIndex() {
    if (outcome() == Outcome.OTHER_TIMES) {
      return partingIndex();
    }
    int index = partingIndex();
    while (step(a, index).isPresent()
        && step(b, index).isPresent()
        && step(a, index).get().isSameTurn(step(b, index).get())) {
      index++;
    }
    return index;
  }

  /** The steps of both at a place. */
  Fork fork(int index) {
    return new Fork(step(a, index), step(b, index));
  }

  /** When they part: up to then both sides did the same. */
  long parted() {
    return fork(partingIndex()).earlier().timestamp();
  }

  /** As it stands in {@code differences.jsonl}. */
  ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("scenario", key.scenario());
    json.put("outcome", outcome().id());
    ObjectNode journey = json.putObject("journey");
    a.ifPresent(known -> journey.put("a", known.number()));
    b.ifPresent(known -> journey.put("b", known.number()));
    ObjectNode entered = json.putObject("entered");
    entered.put("timestamp", entry().timestamp());
    entered.set("cause", entry().cause().toJson());
    fork(partingIndex()).writeTo(json);
    if (turningIndex() != partingIndex()) {
      fork(turningIndex()).writeTo(json.putObject("turn"));
    }
    return json;
  }

  private static Optional<Step> step(Optional<Journey> journey, int index) {
    return journey
        .filter(known -> index < known.steps().size())
        .map(known -> known.steps().get(index));
  }
}
