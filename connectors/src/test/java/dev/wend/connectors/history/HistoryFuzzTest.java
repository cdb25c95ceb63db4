package dev.wend.connectors.history;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.fuzz.ByteMutation;
import dev.wend.connectors.fuzz.Rounds;
import dev.wend.connectors.mapping.Mapping;
import dev.wend.event.CustomerEvent;
import dev.wend.event.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** History files that were good and then were changed at random: each record is an event or a dead letter. */
class HistoryFuzzTest {
  private static final int LONGEST_LINE = 60_000;
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final Path CASES =
      Path.of("src/test/resources/dev/wend/connectors/history/mappings");
  private static final DecoderSettings SETTINGS =
      new DecoderSettings(
          Instant.parse("2026-03-01T00:00:00Z"), DecoderSettings.DEFAULT_FUTURE_TOLERANCE);

  @TempDir private Path directory;

  /** A file that a mapping of {@code conf/mappings} reads. */
  record Mapped(String mapping, String file, String content) {
    @Override
    public String toString() {
      return mapping + " " + file;
    }

    boolean hasHeader() {
      return file.endsWith(".csv");
    }
  }

  static List<Mapped> mapped() {
    return Stream.concat(
            Stream.of("braze", "ga4", "jitsu", "synerise")
                .map(name -> new Mapped(name, "a.jsonl", read(CASES.resolve(name + "/a.jsonl")))),
            Stream.of(
                new Mapped(
                    "online-retail",
                    "a.csv",
                    """
                    InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                    536365,85123A,"WHITE ""T-LIGHT"" HOLDER, SMALL",6,2010-12-01 08:26:00,2.55,17850.0,France
                    C536366,22633,"HAND
                    536367,22633,HAND WARMER,-6,2010-12-01 08:28:00,1.85,17850.0,United Kingdom
                    A563185,B,Adjust bad debt,1,2011-08-12 14:50:00,11062.06,17850.0,United Kingdom
                    """),
                new Mapped(
                    "complete-journey",
                    "transactions.csv",
                    """
                    household_id,store_id,basket_id,product_id,quantity,sales_value,retail_disc,coupon_disc,coupon_match_disc,week,transaction_timestamp
                    900,330,31198570044,1095275,1,0.5,0,0,0,1,2017-01-01T11:53:26Z
                    900,330,31198570047,9878513,1,0.99,0.1,0,0,1,2017-01-01T12:10:28Z
                    """)))
        .toList();
  }

  @Test
  void nativeRecords() throws Exception {
    Rounds rounds = Rounds.of("native files", 1_000);
    List<String> lines = Files.readAllLines(Path.of("../conf/sample/events-2026-01-05.jsonl"));
    HistoryReader reader = new HistoryReader(SETTINGS).withMaxLineLength(LONGEST_LINE);
    Path file = directory.resolve("a.jsonl");
    for (int round = 0; round < rounds.count(); round++) {
      Random random = rounds.random(round);
      int from = random.nextInt(lines.size() - 5);
      String good = String.join("\n", lines.subList(from, from + 5)) + "\n";
      byte[] content = new ByteMutation(random).of(good.getBytes(UTF_8));
      Files.write(file, content);

      CollectingSink sink = read(reader, file, rounds.again(round));

      assertThat(sink.events().size() + sink.deadLetters().size())
          .as(rounds.again(round))
          .isEqualTo((int) records(content).count());
    }
  }

  @ParameterizedTest
  @MethodSource("mapped")
  void mappedRecords(Mapped mapped) throws Exception {
    Rounds rounds = Rounds.of(mapped.toString(), 300);
    Files.writeString(
        directory.resolve("products.csv"), "product_id,department,product_category\n1,A,B\n");
    Files.writeString(
        directory.resolve("campaign_descriptions.csv"),
        "campaign_id,campaign_type,start_date,end_date\n1,Type A,2017-03-03,2017-04-09\n");
    String mapping = read(Path.of("../conf/mappings", mapped.mapping() + ".json"));
    HistoryReader reader =
        new HistoryReader(SETTINGS, Mapping.parse(mapped.mapping(), mapping))
            .withMaxLineLength(LONGEST_LINE);
    Path file = directory.resolve(mapped.file());
    for (int round = 0; round < rounds.count(); round++) {
      byte[] content = new ByteMutation(rounds.random(round)).of(mapped.content().getBytes(UTF_8));
      Files.write(file, content);

      CollectingSink sink = read(reader, file, rounds.again(round));

      boolean toTheEnd =
          sink.deadLetters().stream()
              .noneMatch(letter -> letter.reason() == DeadLetterReason.UNREADABLE_FILE);
      if (toTheEnd && !mapping.contains("\"records\"")) {
        long records = records(content).count() - (mapped.hasHeader() ? 1 : 0);
        assertThat((long) sink.events().size() + sink.lines().size() + sink.deadLetters().size())
            .as(rounds.again(round))
            .isGreaterThanOrEqualTo(records);
      }
    }
  }

  private CollectingSink read(HistoryReader reader, Path path, String again) {
    try {
      EventFile file =
          new EventFile(path.getFileName().toString(), path.toString(), Files.size(path));
      CollectingSink sink =
          assertTimeoutPreemptively(DEADLINE, () -> CollectingSink.of(reader, List.of(file)));
      Stream.concat(sink.events().stream(), sink.merged().stream())
          .forEach(HistoryFuzzTest::assertWhole);
      assertThat(sink.deadLetters()).allSatisfy(HistoryFuzzTest::assertExplained);
      return sink;
    } catch (Throwable unexpected) {
      throw new AssertionError(again, unexpected);
    }
  }

  private static void assertWhole(CustomerEvent event) {
    assertThat(event.messageId()).isNotEmpty();
    assertThat(event.customerId()).isNotEmpty();
    assertThat(event.timestamp()).isLessThanOrEqualTo(SETTINGS.latest());
    byte[] written = Json.bytes(event.toJson());
    assertThat(Json.bytes(Json.read(written))).isEqualTo(written);
  }

  private static void assertExplained(DeadLetter letter) {
    assertThat(letter.detail()).isNotBlank();
    assertThat(letter.text().length()).isLessThanOrEqualTo(DeadLetter.MAX_TEXT_BYTES);
    assertThat(Json.bytes(letter.toJson())).isNotEmpty();
  }

  /** The lines that are not blank; a byte order mark before them is none of them. */
  private static Stream<String> records(byte[] content) {
    String text = new String(content, ISO_8859_1);
    String unmarked = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
    return Arrays.stream(unmarked.split("\n", -1)).filter(line -> !line.matches("[ \t\r]*"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
