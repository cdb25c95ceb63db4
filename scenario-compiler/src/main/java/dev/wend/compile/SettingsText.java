package dev.wend.compile;

import dev.wend.scenario.Settings;
import java.util.ArrayList;
import java.util.List;

/** The settings of a scenario, each with its value in words. */
public final class SettingsText {
  private SettingsText() {}

  /** A setting by the name that documents give it. */
  public record Setting(String name, String value) {}

  /** All that hold, those among them that the document leaves to their defaults. */
  public static List<Setting> of(Settings settings) {
    List<Setting> all = new ArrayList<>();
    all.add(new Setting("duplicateHandling", settings.duplicateHandling().id()));
    settings.instanceKey().ifPresent(key -> all.add(new Setting("instanceKey", key.toString())));
    settings.exitWhen().forEach(exit -> all.add(new Setting("exitWhen", exit(exit))));
    all.add(new Setting("maxDuration", DurationText.of(settings.maxDuration())));
    settings
        .entryLimit()
        .ifPresent(
            limit ->
                all.add(
                    new Setting(
                        "entryLimit",
                        limit.max()
                            + limit
                                .per()
                                .map(per -> " per " + DurationText.of(per))
                                .orElse(" ever"))));
    all.add(new Setting("maxInstances", String.valueOf(settings.maxInstances())));
    all.add(new Setting("onUpdate", settings.onUpdate().id()));
    return all;
  }

  static String exit(Settings.ExitCondition exit) {
    if (exit instanceof Settings.OrderFinalized) {
      return "order finalized";
    }
    return exit instanceof Settings.ExitEvent event ? event.event().toString() : "website entered";
  }
}
