package dev.wend.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.kafka.EventClock.Mode;
import dev.wend.connectors.kafka.PartitionClocks.Survey;
import dev.wend.connectors.kafka.PartitionClocks.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Time out of partitions: disorder is 5, silence takes 30, and the wall clock stands at 1,000 when the reader begins. */
class PartitionClocksTest {
  private static final long BEGIN = 1_000;
  private static final long DISORDER = 5;
  private static final long IDLE_AFTER = 30;
  private static final long LATER = BEGIN + IDLE_AFTER;
  private static final long NEVER = PartitionProgress.NO_TIME;

  /**
   * A partition when the survey is taken.
   *
   * @param newest the newest timestamp; empty before the first event
   * @param readAt when the last message was noted
   * @param isCaughtUp what the broker would answer
   */
  private record Partition(String name, OptionalLong newest, long readAt, boolean isCaughtUp) {}

  private static Partition active(String name, long newest) {
    return new Partition(name, OptionalLong.of(newest), LATER, false);
  }

  private static Partition silent(String name, long newest) {
    return new Partition(name, OptionalLong.of(newest), BEGIN, true);
  }

  private static Partition behind(String name, long newest) {
    return new Partition(name, OptionalLong.of(newest), BEGIN, false);
  }

  private static Partition empty(String name) {
    return new Partition(name, OptionalLong.empty(), BEGIN, true);
  }

  private static Partition unread(String name) {
    return new Partition(name, OptionalLong.empty(), BEGIN, false);
  }

  /** Only dead letters came, a moment ago. */
  private static Partition rubbish(String name) {
    return new Partition(name, OptionalLong.empty(), LATER, false);
  }

  static Stream<Arguments> assignments() {
    Time held = new Time(NEVER, false);
    Time wall = new Time(LATER - DISORDER - IDLE_AFTER, false);
    return Stream.of(
        row(List.of(), new Time(NEVER, true), new Time(NEVER, true)),
        row(List.of(active("a", 100)), new Time(94, false), new Time(94, false)),
        row(List.of(active("a", 100), active("b", 50)), new Time(44, false), new Time(44, false)),
        row(List.of(active("a", 100), silent("b", 50)), new Time(94, false), new Time(94, false)),
        row(List.of(active("a", 50), silent("b", 100)), new Time(44, false), new Time(44, false)),
        row(List.of(active("a", 100), behind("b", 50)), new Time(44, false), new Time(44, false)),
        row(List.of(active("a", 100), empty("b")), new Time(94, false), new Time(94, false)),
        row(List.of(active("a", 100), unread("b")), held, held),
        row(List.of(active("a", 100), rubbish("b")), held, held),
        row(List.of(silent("a", 100), behind("b", 50)), new Time(44, false), new Time(44, false)),
        row(List.of(silent("a", 100), unread("b")), held, held),
        row(List.of(silent("a", 100)), wall, new Time(94, true)),
        row(List.of(silent("a", 100), silent("b", 50)), wall, new Time(94, true)),
        row(List.of(silent("a", 100), empty("b")), wall, new Time(94, true)),
        row(List.of(empty("a"), empty("b")), wall, new Time(NEVER, true)),
        row(List.of(unread("a")), held, held));
  }

  private static Arguments row(List<Partition> partitions, Time wall, Time events) {
    return Arguments.of(partitions, wall, events);
  }

  @ParameterizedTest
  @MethodSource("assignments")
  void timeIsThatOfThePartitionsThatAreNotSilent(
      List<Partition> partitions, Time wall, Time events) {
    assertThat(timeOf(Mode.WALL, partitions)).isEqualTo(wall);
    assertThat(timeOf(Mode.EVENTS, partitions)).isEqualTo(events);
  }

  private static Time timeOf(Mode mode, List<Partition> partitions) {
    PartitionClocks<String> clocks = clocks(mode);
    Set<String> caughtUp = new TreeSet<>();
    for (Partition each : partitions) {
      clocks.assign(each.name(), 0, each.newest(), BEGIN);
      if (each.readAt() > BEGIN) {
        clocks.progress(each.name()).read(1);
      }
      if (each.isCaughtUp()) {
        caughtUp.add(each.name());
      }
    }
    return clocks.settle(clocks.survey(LATER), caughtUp);
  }

  @Test
  void aPartitionIsQuietOnceNothingCameForLong() {
    PartitionClocks<String> clocks = clocks(Mode.WALL);
    clocks.assign("a", -2, OptionalLong.empty(), BEGIN);

    assertThat(clocks.survey(LATER - 1).quiet()).isEmpty();
    assertThat(clocks.survey(LATER).quiet()).containsEntry("a", -2L).hasSize(1);

    clocks.progress("a").read(8);
    assertThat(clocks.survey(LATER + 1).quiet()).isEmpty();
    assertThat(clocks.survey(LATER + IDLE_AFTER).quiet()).isEmpty();
    assertThat(clocks.survey(LATER + 1 + IDLE_AFTER).quiet()).containsEntry("a", 8L);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void timeNeverGoesBack(Mode mode) {
    PartitionClocks<String> clocks = clocks(mode);
    clocks.assign("a", 0, OptionalLong.empty(), BEGIN);
    clocks.assign("b", 0, OptionalLong.of(5_000), BEGIN);
    List<Long> watermarks = new ArrayList<>();
    event(clocks, "a", 1, 1_000);
    watermarks.add(settled(clocks, BEGIN, Set.of()));
    event(clocks, "a", 2, 900);
    watermarks.add(settled(clocks, BEGIN + 1, Set.of()));
    watermarks.add(settled(clocks, LATER + 1, Set.of("a", "b")));
    event(clocks, "a", 3, 1_005);
    watermarks.add(settled(clocks, LATER + 2, Set.of("b")));
    watermarks.add(settled(clocks, LATER - 500, Set.of("a", "b")));
    clocks.assign("c", 0, OptionalLong.empty(), LATER);
    watermarks.add(settled(clocks, LATER + 2, Set.of("b")));
    clocks.release("a", LATER);
    watermarks.add(settled(clocks, LATER + IDLE_AFTER, Set.of("b", "c")));

    assertThat(watermarks).isSorted().first().isEqualTo(994L);
  }

  @Test
  void timeDoesNotPassWhatCameAfterTheSurvey() {
    PartitionClocks<String> clocks = clocks(Mode.WALL);
    clocks.assign("a", 0, OptionalLong.of(100), BEGIN);
    clocks.assign("b", 0, OptionalLong.of(100), BEGIN);
    event(clocks, "a", 1, 200);
    Survey<String> survey = clocks.survey(LATER);
    event(clocks, "a", 2, 300);

    assertThat(clocks.settle(survey, Set.of("b"))).isEqualTo(new Time(194, false));
  }

  @Test
  void wallTimeIsThatOfTheSurveyHoweverLateTheAnswer() {
    PartitionClocks<String> clocks = clocks(Mode.WALL);
    clocks.assign("a", 0, OptionalLong.of(100), BEGIN);
    Survey<String> survey = clocks.survey(LATER);
    clocks.survey(LATER + 10_000);

    assertThat(clocks.settle(survey, Set.of("a")))
        .isEqualTo(new Time(LATER - DISORDER - IDLE_AFTER, false));
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aPartitionThatWasAssignedMeanwhileHoldsTime(Mode mode) {
    PartitionClocks<String> clocks = clocks(mode);
    clocks.assign("a", 0, OptionalLong.of(100), BEGIN);
    Survey<String> survey = clocks.survey(LATER);
    clocks.assign("b", 0, OptionalLong.empty(), LATER);

    assertThat(clocks.settle(survey, Set.of("a"))).isEqualTo(new Time(NEVER, false));
  }

  @Test
  void aReaderIsNotIdleWhenAMessageCameMeanwhile() {
    PartitionClocks<String> clocks = clocks(Mode.EVENTS);
    clocks.assign("a", 0, OptionalLong.of(100), BEGIN);
    Survey<String> survey = clocks.survey(LATER);
    clocks.progress("a").read(1);

    assertThat(clocks.settle(survey, Set.of("a"))).isEqualTo(new Time(94, false));
  }

  @Test
  void aReaderWithoutPartitionsIsIdleAfterAWhile() {
    PartitionClocks<String> clocks = clocks(Mode.WALL);

    assertThat(clocks.settle(clocks.survey(LATER - 1), Set.of())).isEqualTo(new Time(NEVER, false));
    assertThat(clocks.settle(clocks.survey(LATER), Set.of())).isEqualTo(new Time(NEVER, true));
  }

  private static PartitionClocks<String> clocks(Mode mode) {
    return new PartitionClocks<>(
        new EventClock(mode, Duration.ofMillis(DISORDER), Duration.ofMillis(IDLE_AFTER)), BEGIN);
  }

  private static void event(
      PartitionClocks<String> clocks, String partition, long nextOffset, long timestamp) {
    clocks.progress(partition).read(nextOffset);
    clocks.progress(partition).event(timestamp);
  }

  private static long settled(PartitionClocks<String> clocks, long now, Set<String> caughtUp) {
    return clocks.settle(clocks.survey(now), caughtUp).watermark();
  }
}
