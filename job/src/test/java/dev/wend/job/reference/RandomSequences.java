package dev.wend.job.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;

/** Random pattern matchers that pass the checks. */
final class RandomSequences {
  private final Chance chance;
  private final RandomMatchers matchers;

  RandomSequences(Chance chance, RandomMatchers matchers) {
    this.chance = chance;
    this.matchers = matchers;
  }

  /** The value of {@code on}. */
  ObjectNode ofTrigger() {
    ObjectNode matcher = Json.object();
    ObjectNode pattern = matcher.putObject("pattern");
    steps(pattern.putArray("steps"), true, chance.percent(30));
    pattern.put("within", chance.of(Words.DURATIONS));
    settings(pattern);
    return matcher;
  }

  /** The value of {@code if}. */
  ObjectNode ofCondition(boolean withWindow) {
    ObjectNode matcher = Json.object();
    ObjectNode pattern = matcher.putObject("pattern");
    steps(pattern.putArray("steps"), false, withWindow && chance.percent(10));
    settings(pattern);
    return matcher;
  }

  private void settings(ObjectNode pattern) {
    if (chance.percent(60)) {
      pattern.put("contiguity", chance.of("relaxed", "strict", "any"));
    }
    if (chance.percent(60)) {
      pattern.put("skip", chance.of("past-last", "none", "to-next"));
    }
  }

  private void steps(ArrayNode steps, boolean ofTrigger, boolean endsWithNot) {
    if (!ofTrigger && chance.percent(15)) {
      steps.addObject().set("not", event(false));
    }
    boolean behindFirstNot = !steps.isEmpty();
    int count = chance.of(1, 2, 2, 3);
    for (int index = 0; index < count; index++) {
      boolean last = index == count - 1;
      boolean notBehind = last ? endsWithNot : chance.percent(25);
      ObjectNode step = event(ofTrigger);
      boolean optional =
          !notBehind && !last && chance.percent(25) && !(behindFirstNot && index == 0);
      if (optional) {
        step.put("optional", true);
      }
      repeat(step, ofTrigger, last && notBehind, optional ? 60 : 30);
      steps.add(step);
      if (notBehind) {
        steps.addObject().set("not", event(ofTrigger));
      }
    }
  }

  private void repeat(ObjectNode step, boolean ofTrigger, boolean aFixedNumber, int percent) {
    if (chance.percent(percent)) {
      step.put("times", chance.between(1, 3));
    }
    if (!aFixedNumber && chance.percent(30)) {
      step.put("oneOrMore", true);
      if (chance.percent(40)) {
        step.set("until", event(ofTrigger));
      }
    }
  }

  /** Mostly of any event of a kind, so that sequences are completed. */
  private ObjectNode event(boolean ofTrigger) {
    return chance.percent(75) ? matchers.ofKind() : matchers.event(ofTrigger);
  }
}
