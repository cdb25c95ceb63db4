package dev.wend.job.cli;

import dev.wend.event.Json;
import dev.wend.job.trace.Journey;
import dev.wend.job.trace.TraceLine;
import dev.wend.job.trace.TraceTable;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Prints timelines for people, or line by line as JSON. */
final class TracePrinter {
  private final PrintWriter printed;
  private final boolean json;

  TracePrinter(PrintWriter printed, boolean json) {
    this.printed = printed;
    this.json = json;
  }

  /** All lines, and which instances were on their way when the clock ended. */
  void timeline(String customer, List<TraceLine> lines, List<Journey> journeys) {
    if (json) {
      lines.forEach(this::printJson);
    } else {
      printed.println("customer " + TraceTable.printable(customer) + ", times in UTC");
      printed.print(TraceTable.of(lines));
      journeys.stream()
          .filter(Journey::isOnItsWay)
          .forEach(journey -> printed.println(name(journey) + " was on its way at the end"));
    }
    printed.flush();
  }

  /** The lines of one instance up to a node, or to where it ended before. */
  void way(Journey journey, String node) {
    if (json) {
      journey.upTo(node).forEach(this::printJson);
    } else {
      printed.println(name(journey) + ": " + outcome(journey, node));
      printed.print(TraceTable.of(journey.upTo(node)));
    }
    printed.flush();
  }

  private static String name(Journey journey) {
    return TraceTable.printable(journey.name());
  }

  private static String outcome(Journey journey, String node) {
    if (journey.cameTo(node)) {
      return "came to '" + node + "'";
    }
    return "did not come to '"
        + node
        + "'"
        + (journey.isOnItsWay() ? " before the end of the clock" : "");
  }

  private void printJson(TraceLine line) {
    printed.println(new String(Json.bytes(line.toJson()), StandardCharsets.UTF_8));
  }
}
