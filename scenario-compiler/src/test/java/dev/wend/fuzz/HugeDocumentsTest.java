package dev.wend.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Large documents end soon, and in the memory that tests have. */
class HugeDocumentsTest {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Map<String, Supplier<String>> GOOD = HugeDocuments.good();
  private static final Map<String, Supplier<String>> BAD = HugeDocuments.bad();

  static Set<String> good() {
    return GOOD.keySet();
  }

  static Set<String> bad() {
    return BAD.keySet();
  }

  @ParameterizedTest
  @MethodSource("good")
  void compiles(String name) {
    assertThat(examined(GOOD.get(name).get())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void isRefused(String name) {
    assertThat(examined(BAD.get(name).get())).isFalse();
  }

  private static boolean examined(String document) {
    return assertTimeoutPreemptively(DEADLINE, () -> Examination.compiles(document));
  }
}
