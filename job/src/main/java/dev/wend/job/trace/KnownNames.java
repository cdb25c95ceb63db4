package dev.wend.job.trace;

import dev.wend.event.Utf8Order;
import dev.wend.issue.DidYouMean;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The names that stand in the trace of a replay. */
public final class KnownNames {
  private KnownNames() {}

  /**
   * The customer of the trace whose id is most like {@code written}; all but the nearest so far is forgotten.
   *
   * @throws UnreadableTraceException when the trace cannot be read
   */
  public static Optional<String> customerLike(ReplayFiles files, String written)
      throws UnreadableTraceException {
    Nearest nearest = new Nearest(written);
    files.trace(line -> true, record -> nearest.see(record.path("customerId").asText()));
    return nearest.found;
  }

  /**
   * The scenarios in which some customer came to a node of that id.
   *
   * @throws UnreadableTraceException when the trace cannot be read
   */
  public static SortedSet<String> scenariosWithNode(ReplayFiles files, String node)
      throws UnreadableTraceException {
    SortedSet<String> scenarios = new TreeSet<>(Utf8Order.INSTANCE);
    String wanted = ReplayFiles.written("nodeId", node);
    files.trace(
        line -> line.contains(wanted), record -> scenarios.add(record.path("scenarioId").asText()));
    return scenarios;
  }

  private static final class Nearest {
    private final String written;
    private Optional<String> found = Optional.empty();
    private String last = "";

    Nearest(String written) {
      this.written = written;
    }

    void see(String name) {
      if (!name.equals(last)) {
        last = name;
        found =
            DidYouMean.suggestion(
                written, found.map(best -> List.of(best, name)).orElse(List.of(name)));
      }
    }
  }
}
