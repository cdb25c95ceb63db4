package dev.wend.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.check.ScenarioChecker;
import dev.wend.issue.SourceLocation;
import dev.wend.matcher.Literal;
import dev.wend.scenario.ActionSettings;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioParserTest {
  private static final Path GOOD = Path.of("src/test/resources/documents/good");
  private static final long SEED = 20260105;

  @ParameterizedTest
  @CsvSource({
    "'', 1, 1, 1",
    "/id, 2, 9, 16",
    "/nodes/4/within, 10, 104, 5",
    "/nodes/4/if/of, 10, 84, 6",
    "/nodes/3/consents, 9, 86, 1",
    "/nodes/3/consents/0, 9, 87, 7",
    // what is not there is where its nearest parent is
    "/nodes/3/data/price, 9, 5, 1",
    "/nodes/17, 5, 12, 1",
    "/settings/entryLimit, 4, 15, 1"
  })
  void everyValueKnowsItsPlace(String pointer, int line, int column, int length)
      throws IOException {
    ParsedScenario parsed = parse("abandoned-cart");
    assertThat(parsed.locations().locate(JsonPointer.compile(pointer)))
        .isEqualTo(new SourceLocation(line, column, length));
  }

  @Test
  void keepsTheFieldsOfAnActionAsWritten() throws IOException {
    List<Node> nodes = scenario("all-actions").nodes();
    ActionSettings mail = ((Node.Action) nodes.get(1)).settings();
    assertThat(mail.fields().toString())
        .isEqualTo(
            "{\"template\":\"t\",\"consents\":[\"email\",\"news\"],\"onConsentMissing\":\"exit\","
                + "\"optOutPage\":\"https://shop.example/bye\"}");
    assertThat(mail.data().keySet())
        .containsExactly("price", "last", "city", "all", "n", "list", "object");
    assertThat(mail.data().get("price")).hasToString("trigger:/properties/price");
    assertThat(mail.channel().id()).isEqualTo("offline");
    ActionSettings webhook = ((Node.Action) nodes.get(9)).settings();
    assertThat(((Literal) webhook.data().get("a~b/c")).value().toString()).isEqualTo("1.50");
  }

  @Test
  void readsLocalTimesInTheScenariosZone() throws IOException {
    Scenario scenario = scenario("all-settings");
    assertThat(scenario.activeFrom()).contains(Instant.parse("2026-03-08T07:30:00Z"));
    assertThat(scenario.activeUntil()).contains(Instant.parse("2026-11-01T06:30:00.123Z"));
  }

  @Test
  void readsExactNumbers() {
    String text =
        "{\"id\":\"x\",\"version\":9007199254740991,\"name\":\"\\u00e9\",\"status\":\"draft\",\"nodes\":[]}";
    ParsedScenario parsed = ScenarioParser.parse("x.json", text).parsed().orElseThrow();
    Scenario scenario = parsed.scenario().orElseThrow();
    assertThat(scenario.version()).isEqualTo(9007199254740991L);
    assertThat(scenario.name()).isEqualTo("é");
  }

  /** Whatever stands in a text, it is told as an issue; nothing is thrown. */
  @Test
  void neverThrows() throws IOException {
    Random random = new Random(SEED);
    for (Path file : goodDocuments()) {
      String text = Files.readString(file);
      for (int round = 0; round < 300; round++) {
        String broken = broken(text, random);
        assertThatCode(() -> ScenarioChecker.check("broken.json", broken).issues().toString())
            .as("seed %d: %s", SEED, broken)
            .doesNotThrowAnyException();
      }
    }
  }

  private static String broken(String text, Random random) {
    StringBuilder broken = new StringBuilder(text);
    for (int change = 0; change <= random.nextInt(3); change++) {
      int at = random.nextInt(broken.length());
      int length = random.nextInt(Math.min(30, broken.length() - at));
      switch (random.nextInt(3)) {
        case 0 -> broken.delete(at, at + length);
        case 1 -> broken.insert(at, broken.substring(at, at + length));
        default -> broken.setCharAt(at, "{}[]\",:0-\\\u0000é".charAt(random.nextInt(12)));
      }
    }
    return broken.toString();
  }

  private static List<Path> goodDocuments() throws IOException {
    try (Stream<Path> files = Files.list(GOOD)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static Scenario scenario(String name) throws IOException {
    return parse(name).scenario().orElseThrow();
  }

  private static ParsedScenario parse(String name) throws IOException {
    String text = Files.readString(GOOD.resolve(name + ".json"));
    return ScenarioParser.parse(name, text).parsed().orElseThrow();
  }
}
