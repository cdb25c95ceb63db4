package dev.wend.job.sequence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A pattern matcher over custom events that are named by letters, drawn with all that the language has for it.
 *
 * @param contiguity as documents write it
 * @param skip as documents write it
 * @param window milliseconds
 */
record RandomSequence(List<Step> steps, String contiguity, String skip, int window) {
  static final String LETTERS = "abcd";
  private static final int LONGEST_WINDOW = 25;

  /**
   * One step.
   *
   * @param letters of which the event has one
   * @param until of which the event that ends a loop has one; empty for none
   */
  record Step(
      boolean not, String letters, int times, boolean oneOrMore, String until, boolean optional) {

    ObjectNode json() {
      if (not) {
        ObjectNode step = Json.object();
        step.set("not", event(letters));
        return step;
      }
      ObjectNode step = event(letters);
      if (times > 1) {
        step.put("times", times);
      }
      if (oneOrMore) {
        step.put("oneOrMore", true);
      }
      if (!until.isEmpty()) {
        step.set("until", event(until));
      }
      if (optional) {
        step.put("optional", true);
      }
      return step;
    }

    private static ObjectNode event(String letters) {
      ObjectNode event = Json.object().put("event", "custom");
      event.putObject("name").put("op", "matches").put("value", "[" + letters + "]");
      return event;
    }

    @Override
    public String toString() {
      return (not ? "!" : "")
          + letters
          + (times > 1 ? "{" + times + "}" : "")
          + (oneOrMore ? "+" : "")
          + (until.isEmpty() ? "" : " until " + until)
          + (optional ? "?" : "");
    }
  }

  static RandomSequence draw(Random random) {
    int length = 1 + random.nextInt(4);
    List<Step> steps = new ArrayList<>();
    for (int index = 0; index < length; index++) {
      steps.add(step(random));
    }
    return new RandomSequence(
        List.copyOf(steps),
        one(random, "relaxed", "strict", "any"),
        one(random, "past-last", "none", "to-next"),
        1 + random.nextInt(LONGEST_WINDOW));
  }

  private static Step step(Random random) {
    String letters = letters(random);
    if (random.nextInt(4) == 0) {
      return new Step(true, letters, 1, false, "", false);
    }
    int times = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
    boolean oneOrMore = random.nextInt(4) == 0;
    String until = oneOrMore && random.nextInt(3) == 0 ? letters(random) : "";
    return new Step(false, letters, times, oneOrMore, until, random.nextInt(5) == 0);
  }

  private static String letters(Random random) {
    return one(random, "a", "b", "c", "d", "ab", "bc", "ad");
  }

  private static String one(Random random, String... all) {
    return all[random.nextInt(all.length)];
  }

  boolean endsWithNot() {
    return steps.get(steps.size() - 1).not();
  }

  boolean beginsWithNot() {
    return steps.get(0).not();
  }

  /** The {@code pattern} of a trigger. */
  ObjectNode ofTrigger() {
    ObjectNode matcher = ofCondition();
    ((ObjectNode) matcher.get("pattern")).put("within", seconds(window));
    return matcher;
  }

  /** The {@code pattern} of a condition, whose window is that of the node. */
  ObjectNode ofCondition() {
    ObjectNode pattern = Json.object().put("contiguity", contiguity).put("skip", skip);
    ArrayNode written = pattern.putArray("steps");
    steps.forEach(step -> written.add(step.json()));
    ObjectNode matcher = Json.object();
    matcher.set("pattern", pattern);
    return matcher;
  }

  static String seconds(int milliseconds) {
    return "PT0." + String.format(java.util.Locale.ROOT, "%03d", milliseconds) + "S";
  }

  @Override
  public String toString() {
    return steps.stream()
        .map(Step::toString)
        .collect(
            Collectors.joining(" ", contiguity + " [", "] within " + window + " skip " + skip));
  }
}
