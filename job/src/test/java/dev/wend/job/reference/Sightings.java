package dev.wend.job.reference;

import java.util.SortedMap;
import java.util.TreeMap;

/** What a plain interpreter came by, and how often. */
final class Sightings {
  final SortedMap<String, Integer> counts = new TreeMap<>();

  void saw(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  /** Something that happens at {@code time}, if that is a millisecond or less from a boundary. */
  void saw(String what, long time, long boundary) {
    if (time == boundary - 1) {
      saw(what + ", 1 ms before it");
    } else if (time == boundary) {
      saw(what + ", exactly");
    } else if (time == boundary + 1) {
      saw(what + ", 1 ms behind it");
    }
  }
}
