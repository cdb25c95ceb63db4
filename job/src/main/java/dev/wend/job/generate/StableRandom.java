package dev.wend.job.generate;

/**
 * SplitMix64, written out so that the same seed gives the same numbers on every JDK and platform. Each thing that is
 * drawn has a stream of its own, told by a path, so that no draw depends on the order of others.
 */
final class StableRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  private StableRandom(long state) {
    this.state = state;
  }

  /** The stream that three numbers name. */
  static StableRandom of(long seed, long first, long second) {
    return new StableRandom(mix(mix(mix(seed) + GOLDEN_GAMMA * first) + GOLDEN_GAMMA * second));
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** From 0 to {@code bound}, exclusive. */
  int below(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** Both ends included. */
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  /** From 0 to 1, exclusive. */
  double unit() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** Exponentially distributed. */
  double exponential(double mean) {
    return -mean * StrictMath.log(1 - unit());
  }
}
