package dev.wend.job.nfa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.cep.nfa.ComputationState;

/** Which partial matches a run gives up, so that its state stays small. */
@FunctionalInterface
public interface Retention {
  /** Keeps them all. */
  Retention ALL = begun -> List.of();

  /**
   * Keeps one of those that stand in the same state since the same time: whatever comes, all of them match or none. For
   * patterns without a skip strategy of which only the first match counts.
   */
  Retention DISTINCT = Retention::alike;

  /** Keeps the {@code most} newest, by when they began. */
  static Retention newest(int most) {
    return begun ->
        begun.stream().sorted(Age.OLDEST_FIRST).limit(Math.max(0, begun.size() - most)).toList();
  }

  /** The ones to give up of all that have begun. */
  List<ComputationState> surplus(Collection<ComputationState> begun);

  private static List<ComputationState> alike(Collection<ComputationState> begun) {
    record Standing(String state, long since) {}
    List<ComputationState> alike = new ArrayList<>();
    Set<Standing> found = new HashSet<>();
    begun.stream()
        .sorted(Age.OLDEST_FIRST)
        .filter(
            partial ->
                !found.add(
                    new Standing(partial.getCurrentStateName(), partial.getStartTimestamp())))
        .forEach(alike::add);
    return alike;
  }

  /** The order in which partial matches began, told apart to the last. */
  final class Age {
    static final Comparator<ComputationState> OLDEST_FIRST =
        Comparator.comparing(ComputationState::getStartEventID)
            .thenComparing(partial -> partial.getPreviousBufferEntry().getEventId())
            .thenComparing(ComputationState::getCurrentStateName)
            .thenComparing(partial -> partial.getVersion().toString());

    private Age() {}
  }
}
