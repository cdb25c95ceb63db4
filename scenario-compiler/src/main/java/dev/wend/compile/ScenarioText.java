package dev.wend.compile;

import dev.wend.matcher.Matcher;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.scenario.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A compiled scenario as text: its stages, and the pattern of each branch. */
public final class ScenarioText {
  private final List<String> lines = new ArrayList<>();

  private ScenarioText() {}

  /** Ends with a line break. */
  public static String of(CompiledScenario scenario) {
    ScenarioText text = new ScenarioText();
    text.lines.add(
        "scenario " + scenario.scenario().id() + ", version " + scenario.scenario().version());
    text.settings(scenario.scenario().settings());
    scenario.entrances().forEach(text::entrance);
    scenario.steps().values().forEach(text::step);
    return text.lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private void settings(Settings settings) {
    lines.add(
        "settings: "
            + settings.duplicateHandling().id()
            + settings.instanceKey().map(key -> " by " + key).orElse("")
            + ", at most "
            + DurationText.of(settings.maxDuration()));
    settings.exitWhen().forEach(exit -> lines.add("exit when " + SettingsText.exit(exit)));
  }

  private void entrance(Entrance entrance) {
    lines.add(
        "trigger "
            + entrance.nodeId()
            + ": "
            + TriggerText.of(entrance)
            + entrance.when().map(when -> " when " + when).orElse("")
            + " -> "
            + entrance.next());
  }

  private void step(Step step) {
    if (step instanceof Stage stage) {
      lines.add("stage " + stage.nodeId() + ": " + until(stage.until()) + ", " + attention(stage));
      stage.branches().forEach(branch -> branch(stage, branch));
    } else if (step instanceof Step.Check check) {
      lines.add(
          "check "
              + check.nodeId()
              + ": "
              + question(check.matcher())
              + " yes -> "
              + check.yes()
              + check.no().map(no -> ", no -> " + no).orElse(", no ends"));
    } else if (step instanceof Step.Share share) {
      lines.add(
          share.shares().stream()
              .map(part -> part.weight() + " -> " + part.next())
              .collect(Collectors.joining(", ", "split " + share.nodeId() + ": ", "")));
    } else if (step instanceof Step.Act act) {
      lines.add(
          "action "
              + act.nodeId()
              + ": "
              + act.type().id()
              + " "
              + act.settings().fields()
              + " -> "
              + act.next());
    } else {
      lines.add("end " + step.nodeId());
    }
  }

  private void branch(Stage stage, Branch branch) {
    String owner = branch.nodeId().equals(stage.nodeId()) ? "" : branch.nodeId() + " ";
    String decision = branch.decision().isEmpty() ? "elapsed" : branch.decision();
    String timesOut = branch.polarity() == Branch.Polarity.TIMES_OUT ? " timed out" : "";
    String next = branch.next().map(node -> " -> " + node).orElse(" ends");
    lines.add("  " + owner + decision + ": " + PatternText.of(branch.pattern()) + timesOut + next);
  }

  private static String until(Stage.Until until) {
    if (until instanceof Stage.Window window) {
      return "for " + DurationText.of(window.duration());
    }
    return until instanceof Stage.Moment moment ? "until " + MomentText.of(moment) : "however long";
  }

  private static String attention(Stage stage) {
    return switch (stage.attention()) {
      case GOES_ON -> "goes on at the first match";
      case REMEMBERS -> "remembers matches until its time has passed";
      case SLEEPS -> "looks at no event";
    };
  }

  private static String question(Matcher matcher) {
    return matcher instanceof ProfileMatcher
        ? matcher + ";"
        : matcher + ", answered by the delay before it;";
  }
}
