package dev.wend.job.compare;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which scenario of the one set is compared with which of the other: those of one id, and those that are named.
 *
 * @param pairs in the order of the one set, then those that only the other set has
 */
public record Pairing(List<Pair> pairs) implements Serializable {
  /**
   * Two scenarios, or one that has no counterpart.
   *
   * @param first the id in the one set; empty where it has none
   * @param second the id in the other set; empty where it has none
   */
  public record Pair(String first, String second) implements Serializable {
    /** The id, or both where they differ, for example {@code old=new}. */
    public String name() {
      return first.isEmpty() || first.equals(second)
          ? second
          : second.isEmpty() ? first : first + "=" + second;
    }

    String id(Side side) {
      return side == Side.A ? first : second;
    }
  }

  /** Copies, so that it can be sent. */
  public Pairing {
    pairs = List.copyOf(pairs);
  }

  /**
   * Pairs the scenarios of two sets.
   *
   * @param named pairs of different ids
   * @throws IllegalArgumentException where a named id is not there or is named twice
   */
  public static Pairing of(
      Collection<String> first, Collection<String> second, Collection<Pair> named) {
    Set<String> openFirst = new HashSet<>(first);
    Set<String> openSecond = new HashSet<>(second);
    for (Pair pair : named) {
      require(openFirst.remove(pair.first()), pair.first(), "--scenarios");
      require(openSecond.remove(pair.second()), pair.second(), "--against");
    }
    List<Pair> pairs = new ArrayList<>();
    for (String id : first) {
      pairs.add(
          openFirst.contains(id)
              ? new Pair(id, openSecond.remove(id) ? id : "")
              : named.stream().filter(pair -> pair.first().equals(id)).findFirst().orElseThrow());
    }
    second.stream().filter(openSecond::contains).forEach(id -> pairs.add(new Pair("", id)));
    return new Pairing(pairs);
  }

  private static void require(boolean open, String id, String option) {
    if (!open) {
      throw new IllegalArgumentException(
          "--pair: there is no scenario '" + id + "' in " + option + ", or it is paired twice");
    }
  }

  /** The pair of which the scenario {@code id} of that side is a part. */
  Pair of(Side side, String id) {
    Optional<Pair> found = pairs.stream().filter(pair -> pair.id(side).equals(id)).findFirst();
    return found.orElseThrow();
  }
}
