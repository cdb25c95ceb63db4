package dev.wend.connectors.kafka;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The clock of one reader (SEMANTICS.md section 6, "Live"), out of what was read of its partitions. Time is that of the
 * partition that is farthest behind; only those that are silent are left out: nothing came from them for long, and nothing
 * unread is there. Whether that is so is asked with a {@link Survey} and answered later, so that time never passes what lay
 * unread when the survey was taken.
 *
 * @param <P> what names a partition
 */
final class PartitionClocks<P> {
  /**
   * The partitions at one moment.
   *
   * @param takenAt epoch milliseconds
   * @param assignment counts the changes of the assignment
   * @param marks the time of each partition
   * @param quiet the partitions from which nothing came for long, with the offset behind what was read
   */
  record Survey<P>(long takenAt, long assignment, Map<P, Long> marks, Map<P, Long> quiet) {
    boolean isAllQuiet() {
      return quiet.size() == marks.size();
    }
  }

  /**
   * How far time went.
   *
   * @param watermark epoch milliseconds; {@link PartitionProgress#NO_TIME} before the first
   * @param idle whether nothing is to be expected of this reader, so that nobody need wait for it
   */
  record Time(long watermark, boolean idle) {}

  private final EventClock clock;
  private final Map<P, PartitionProgress> partitions = new LinkedHashMap<>();
  private long assignment;
  private long assignedAt;
  private long watermark = PartitionProgress.NO_TIME;

  /** Without partitions as yet; {@code now} in epoch milliseconds. */
  PartitionClocks(EventClock clock, long now) {
    this.clock = clock;
    this.assignedAt = now;
  }

  /** A partition is read from now on; parameters as in {@link PartitionProgress}. */
  void assign(P partition, long nextOffset, OptionalLong newest, long now) {
    partitions.put(partition, new PartitionProgress(nextOffset, newest, now));
    assignmentChanged(now);
  }

  /** A partition is not read any more. */
  void release(P partition, long now) {
    partitions.remove(partition);
    assignmentChanged(now);
  }

  private void assignmentChanged(long now) {
    assignment++;
    assignedAt = now;
  }

  /** How far an assigned partition was read. */
  PartitionProgress progress(P partition) {
    PartitionProgress progress = partitions.get(partition);
    if (progress == null) {
      throw new IllegalArgumentException("not assigned: " + partition);
    }
    return progress;
  }

  /** The state of things at {@code now}, epoch milliseconds. */
  Survey<P> survey(long now) {
    Map<P, Long> marks = new LinkedHashMap<>();
    Map<P, Long> quiet = new LinkedHashMap<>();
    partitions.forEach(
        (partition, progress) -> {
          marks.put(partition, progress.mark(clock.outOfOrderness()));
          if (progress.isQuiet(now, clock.idleAfter())) {
            quiet.put(partition, progress.nextOffset());
          }
        });
    return new Survey<>(now, assignment, marks, quiet);
  }

  /**
   * The time that follows from a survey.
   *
   * @param caughtUp the quiet partitions of which nothing unread was there after the survey was taken
   */
  Time settle(Survey<P> survey, Set<P> caughtUp) {
    if (survey.assignment() != assignment) {
      return new Time(watermark, false);
    }
    Map<P, Long> holding = new LinkedHashMap<>(survey.marks());
    holding.keySet().removeIf(each -> survey.quiet().containsKey(each) && caughtUp.contains(each));
    if (!holding.isEmpty()) {
      return advance(least(holding.values()), false);
    }
    if (survey.marks().isEmpty()) {
      boolean longEmpty = survey.takenAt() - assignedAt >= clock.idleAfter().toMillis();
      return advance(PartitionProgress.NO_TIME, longEmpty);
    }
    return switch (clock.mode()) {
      case WALL -> advance(wallTime(survey.takenAt()), false);
      case EVENTS -> advance(greatest(survey.marks().values()), cameNothingSince(survey));
    };
  }

  private long wallTime(long now) {
    return now - clock.outOfOrderness().toMillis() - clock.idleAfter().toMillis();
  }

  private boolean cameNothingSince(Survey<P> survey) {
    return survey.quiet().entrySet().stream()
        .allMatch(each -> progress(each.getKey()).nextOffset() == each.getValue());
  }

  private Time advance(long candidate, boolean idle) {
    watermark = Math.max(watermark, candidate);
    return new Time(watermark, idle);
  }

  private static long least(Collection<Long> marks) {
    return marks.stream().mapToLong(Long::longValue).min().orElseThrow();
  }

  private static long greatest(Collection<Long> marks) {
    return marks.stream().mapToLong(Long::longValue).max().orElseThrow();
  }
}
