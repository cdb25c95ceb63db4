package dev.wend.compile;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.scenario.Node;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The moment of a {@code wait-until} as text. */
final class MomentText {
  private MomentText() {}

  static String of(Stage.Moment until) {
    return text(until.moment()) + zone(until.timeZoneField());
  }

  /** In whose zone; nothing where it is the scenario's. */
  static String zone(Optional<JsonPointer> field) {
    return field.map(pointer -> " in the zone of field " + pointer).orElse("");
  }

  private static String text(Node.Moment moment) {
    if (moment instanceof Node.FixedMoment fixed) {
      return fixed.at();
    } else if (moment instanceof Node.MomentFrom from) {
      return from.from() + offset(from.offset());
    }
    Node.TimeOfDay daily = (Node.TimeOfDay) moment;
    return daily.time() + weekdays(daily.weekdays());
  }

  private static String offset(Duration offset) {
    if (offset.isZero()) {
      return "";
    }
    return (offset.isNegative() ? " less " : " plus ") + DurationText.of(offset.abs());
  }

  private static String weekdays(Set<DayOfWeek> weekdays) {
    return weekdays.isEmpty()
        ? ""
        : weekdays.stream()
            .sorted()
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ", " on ", ""));
  }
}
