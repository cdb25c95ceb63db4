package dev.wend.job.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.Entrance;
import dev.wend.event.Json;
import dev.wend.event.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The moments of all scenarios at once, against each trigger asked by itself at each hour. */
class ClockOccasionsTest {
  private static final long BEGIN = Instant.parse("2026-02-26T00:00:00Z").toEpochMilli();
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final int HOURS = 5 * 24;
  private static final long END = BEGIN + HOURS * HOUR;
  private static final int ROUNDS = 300;
  private static final List<String> SEGMENTS = List.of("women", "men", "new");

  private final Random random = new Random(3);

  @Test
  void areTheMomentsOfTheTriggersThatMayAdmitTheCustomer() {
    int found = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<CompiledScenario> running = new ArrayList<>();
      for (int count = random.nextInt(4); count >= 0; count--) {
        running.add(scenario());
      }
      Customer customer = customer();
      ClockOccasions occasions = new ClockOccasions(running);
      long next = Instance.NEVER;
      for (long now = END; now >= BEGIN; now -= HOUR) {
        long told = occasions.next(customer, now);
        assertThat(told > END ? Instance.NEVER : told).isEqualTo(next);
        BitSet due = due(running, customer, now);
        BitSet positions = new BitSet();
        occasions.find(customer, now, positions);
        assertThat(positions).isEqualTo(due);
        next = due.isEmpty() ? next : now;
        found += due.cardinality();
      }
    }
    assertThat(found).isGreaterThan(ROUNDS);
  }

  private static BitSet due(List<CompiledScenario> running, Customer customer, long now) {
    BitSet due = new BitSet();
    for (int position = 0; position < running.size(); position++) {
      for (Entrance entrance : ClockTriggers.due(running.get(position), customer, now)) {
        if (ClockTriggers.admits(entrance.on(), customer.profile())) {
          due.set(position);
        }
      }
    }
    return due;
  }

  private Customer customer() {
    Customer customer = new Customer("c");
    TreeSet<String> segments = new TreeSet<>();
    SEGMENTS.stream().filter(segment -> random.nextBoolean()).forEach(segments::add);
    Profile known =
        Profile.EMPTY.withFields(
            Json.object()
                .put("birthday", one(List.of("02-27", "1980-03-01", "never", "2000-02-29")))
                .put("zone", one(List.of("Europe/Warsaw", "nowhere"))));
    customer.setProfile(new Profile(known.tags(), segments, known.consents(), known.fields()));
    return customer;
  }

  private CompiledScenario scenario() {
    List<String> triggers = new ArrayList<>();
    for (int count = random.nextInt(3); count >= 0; count--) {
      triggers.add(
          "{ \"id\": \"start%d\", \"type\": \"trigger\", \"on\": %s, \"next\": \"done\" },"
              .formatted(count, trigger()));
    }
    String season =
        random.nextBoolean()
            ? ""
            : "\"activeFrom\": \"%s\", \"activeUntil\": \"%s\","
                .formatted(
                    moment(HOURS / 2),
                    Instant.ofEpochMilli(END - HOUR * random.nextInt(HOURS / 3)));
    return Versioned.compiled(
        """
        { "id": "s", "version": 1, "name": "S", "status": "active", %s "nodes": [ %s
          { "id": "done", "type": "end" } ] }
        """
            .formatted(season, String.join("", triggers)));
  }

  private String trigger() {
    return switch (random.nextInt(4)) {
      case 0 -> "{ \"date\": \"%s\", \"segment\": \"%s\" }".formatted(moment(HOURS), one(SEGMENTS));
      case 1 ->
          "{ \"segment\": \"%s\", \"members\": \"%s\" }"
              .formatted(one(SEGMENTS), one(List.of("current", "new", "both")));
      case 2 -> "{ \"anniversary\": \"/birthday\", \"timeOfDay\": \"%02d:00\" }".formatted(hour());
      default -> "{ \"anniversary\": \"/birthday\", \"timeZoneField\": \"/zone\" }";
    };
  }

  private int hour() {
    return 8 + random.nextInt(3);
  }

  private Instant moment(int hours) {
    return Instant.ofEpochMilli(BEGIN + random.nextInt(hours) * HOUR);
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
