package dev.wend.job.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecentBytesTest {
  private static final int STEPS = 200_000;

  private RecentBytes recent;
  private final Map<String, String> stored = new HashMap<>();
  private final Set<String> leavers = new HashSet<>();
  private final Map<String, Long> tokens = new HashMap<>();

  /** What is not noted any more must be what was stored. */
  @ParameterizedTest
  @CsvSource({
    "1, 20, 1000000",
    "2, 20, 4096",
    "3, 2000, 65536",
    "4, 20000, 65536",
    "5, 500, 1048576",
  })
  void isAMapOverAStore(long seed, int keys, int budget) throws Exception {
    Random random = new Random(seed);
    recent = new RecentBytes(budget, this::store);
    Map<String, String> expected = new HashMap<>();
    for (int step = 0; step < STEPS; step++) {
      String key = key(random.nextInt(keys));
      assertThat(value(key))
          .as("seed %d, step %d", seed, step)
          .isEqualTo(expected.getOrDefault(key, ""));
      String value = "v".repeat(random.nextInt(random.nextInt(20) == 0 ? 300 : 40));
      byte[] bytes = value.getBytes(UTF_8);
      if (recent.takes(key, bytes.length)) {
        int at = recent.put(recent.find(key), key, bytes, bytes.length);
        long token = recent.token(at);
        assertThat(recent.at(token)).isEqualTo(at);
        tokens.put(key, token);
      } else {
        int there = recent.find(key);
        if (there != RecentBytes.NONE) {
          recent.drop(there);
        }
        stored.put(key, value);
      }
      expected.put(key, value);
      String other = key(random.nextInt(keys));
      if (tokens.containsKey(other)) {
        assertThat(recent.at(tokens.get(other)))
            .as("seed %d, step %d", seed, step)
            .isIn(RecentBytes.NONE, recent.find(other));
      }
      if (random.nextInt(20_000) == 0) {
        recent.storeAll();
        assertThat(stored).isEqualTo(expected);
      }
    }
    recent.storeAll();
    assertThat(stored).isEqualTo(expected);
    leavers.clear();
    recent.storeAll();
    assertThat(leavers).as("nothing has changed since").isEmpty();
  }

  @Test
  void mostOfManyValuesAreStoredBeforeTheyLeave() throws Exception {
    recent = new RecentBytes(1 << 20, this::store);
    int last = 20_000;
    for (int number = 0; number <= last; number++) {
      recent.put(RecentBytes.NONE, key(number), new byte[0], 0);
    }
    leavers.clear();
    recent.storeAll();
    long there =
        IntStream.rangeClosed(0, last)
            .filter(number -> recent.find(key(number)) != RecentBytes.NONE)
            .count();
    assertThat(stored).hasSize(last + 1);
    assertThat(leavers.size()).isBetween((int) there / 8, (int) there / 3);
  }

  @Test
  void keysAreTextOfAnyCharacters() throws Exception {
    recent = new RecentBytes(1 << 16, this::store);
    for (String key : new String[] {"", "a", "\ud83d\ude00", "\ud83d", "?", "Aa", "BB"}) {
      byte[] bytes = ("of " + key).getBytes(UTF_8);
      recent.put(recent.find(key), key, bytes, bytes.length);
    }
    assertThat(value("\ud83d")).isEqualTo("of ?");
    assertThat(value("Aa")).isEqualTo("of Aa");
    assertThat(value("BB")).as("of the same hash").isEqualTo("of BB");
    recent.storeAll();
    assertThat(stored).hasSize(7).containsKey("\ud83d\ude00").containsKey("");
  }

  @Test
  void whatIsTooLargeForAPageIsNotTaken() {
    recent = new RecentBytes(1 << 20, this::store);
    assertThat(recent.takes("key", 1 << 13)).isTrue();
    assertThat(recent.takes("key", 1 << 16)).isFalse();
    assertThat(recent.takes("k".repeat(1 << 16), 1)).isFalse();
  }

  private String value(String key) {
    int at = recent.find(key);
    return at == RecentBytes.NONE
        ? stored.getOrDefault(key, "")
        : new String(recent.bytes(at), recent.offset(at), recent.length(at), UTF_8);
  }

  private void store(int at) {
    if (recent.isChanged(at)) {
      leavers.add(recent.key(at));
      stored.put(
          recent.key(at),
          new String(recent.bytes(at), recent.offset(at), recent.length(at), UTF_8));
      recent.setUnchanged(at);
    }
  }

  private static String key(int number) {
    return "customer-" + Integer.toString(number, 36);
  }
}
