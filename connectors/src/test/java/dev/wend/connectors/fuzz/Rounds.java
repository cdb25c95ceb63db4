package dev.wend.connectors.fuzz;

import java.util.Random;

/**
 * How often something random is tried. {@code -Dwend.fuzz=N} tries it so many times, {@code -Dwend.seed=S} begins with
 * another seed; the round {@code n} depends on {@code seed + n} alone.
 */
public record Rounds(long seed, int count) {
  private static final long SEED = 20_260_105;

  /** As many as the system properties say, else {@code usually}. */
  public static Rounds of(String what, int usually) {
    Rounds rounds =
        new Rounds(Long.getLong("wend.seed", SEED), Integer.getInteger("wend.fuzz", usually));
    System.out.printf("%s: %d rounds from -Dwend.seed=%d%n", what, rounds.count, rounds.seed);
    return rounds;
  }

  /** What the round {@code number}, from 0, draws from. */
  public Random random(int number) {
    return new Random(seed + number);
  }

  /** The properties with which one round is tried again. */
  public String again(int number) {
    return "-Dwend.fuzz=1 -Dwend.seed=" + (seed + number);
  }
}
