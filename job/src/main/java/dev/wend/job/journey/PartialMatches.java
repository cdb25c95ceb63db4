package dev.wend.job.journey;

import dev.wend.compile.CompiledScenario.Version;
import dev.wend.event.Utf8Order;
import java.util.Comparator;

/**
 * How far a customer has come in the pattern of a trigger; there is nothing to keep where no partial match has begun.
 *
 * @param next when time alone may complete a match, epoch milliseconds; {@link Instance#NEVER} where it cannot
 * @param last when the last partial match leaves its window, epoch milliseconds
 * @param run the saved state of the automaton
 */
public record PartialMatches(long next, long last, byte[] run) {

  /** The trigger that they are partial matches of. */
  public record Owner(Version version, String triggerNode) implements Comparable<Owner> {
    private static final Comparator<Owner> ORDER =
        Comparator.comparing((Owner owner) -> owner.version().scenarioId(), Utf8Order.INSTANCE)
            .thenComparingLong(owner -> owner.version().number())
            .thenComparing(Owner::triggerNode, Utf8Order.INSTANCE);

    @Override
    public int compareTo(Owner other) {
      return ORDER.compare(this, other);
    }
  }
}
