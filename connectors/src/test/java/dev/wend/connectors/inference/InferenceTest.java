package dev.wend.connectors.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.EventFiles;
import dev.wend.connectors.file.UnreadablePathException;
import dev.wend.connectors.history.SharedHistory;
import dev.wend.event.Json;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InferenceTest {
  private static final DecoderSettings SETTINGS =
      new DecoderSettings(
          Instant.parse("2026-06-01T00:00:00Z"), DecoderSettings.DEFAULT_FUTURE_TOLERANCE);
  private static final int ROWS = 60;

  @TempDir private Path directory;

  /**
   * A small file, and what of its draft must be so.
   *
   * @param row what a line of that number holds
   * @param expected parts of the first event of the draft, by pointer
   */
  private record Case(
      String file, String charset, String header, IntFunction<String> row, List<String> expected) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "bestellungen.csv",
            "windows-1252",
            "Kundennummer;Bestellnummer;Bestelldatum;Artikel;Größe;Menge;Einzelpreis",
            row ->
                "K%d;B%d;%02d.01.2026 10:%02d;A%d;groß;%d;1.2%02d,50"
                    .formatted(
                        (row / 2) % 17, row / 2, 13 + row / 10, row / 2, row % 5, 1 + row % 3, row),
            List.of(
                "/customerId \"Kundennummer\"",
                "/timestamp {\"from\":\"Bestelldatum\",\"format\":\"dd.MM.yyyy HH:mm\",\"timeZone\":\"UTC\"}",
                "/group/products/price {\"from\":\"Einzelpreis\",\"type\":\"number\",\"decimal\":\",\"}",
                "/kind \"order-completed\"")),
        new Case(
            "orders.csv",
            "UTF-8",
            "order_id,customer_id,ordered_at,sku,qty,unit_price,currency",
            row ->
                "%d,c%d,%d,s%d,%d,9.99,EUR"
                    .formatted(
                        1000 + row / 2,
                        (row / 2) % 9,
                        1_767_225_600L + row / 2 * 60L,
                        row,
                        1 + row % 3),
            List.of(
                "/kind \"order-completed\"",
                "/customerId \"customer_id\"",
                "/timestamp {\"from\":\"ordered_at\",\"format\":\"epoch-seconds\"}",
                "/messageId {\"text\":\"order-{order_id}\"}",
                "/group/by [\"order_id\"]",
                "/group/products/product_id \"sku\"",
                "/group/products/quantity {\"from\":\"qty\",\"type\":\"number\"}",
                "/group/totals/total [{\"from\":\"qty\",\"type\":\"number\"},{\"from\":\"unit_price\",\"type\":\"number\"}]",
                "/properties/currency \"currency\"")),
        new Case(
            "clicks.tsv",
            "UTF-8",
            "time\tvisitorid\tevent\titemid",
            row ->
                "%d\tv%d\t%s\ti%d"
                    .formatted(
                        1_767_225_600_000L + row * 1000L,
                        row % 7,
                        List.of("view", "addtocart", "transaction", "login").get(row % 4),
                        row),
            List.of(
                "/customerId \"visitorid\"",
                "/timestamp {\"from\":\"time\",\"format\":\"epoch-millis\"}",
                "/kind {\"from\":\"event\",\"table\":\"kinds\",\"otherwise\":\"custom\"}",
                "/name \"event\"",
                "/properties/product_id \"itemid\"")),
        new Case(
            "events.jsonl",
            "UTF-8",
            "",
            row ->
                "{\"ts\":\"2026-01-02T03:04:%02dZ\",\"user\":{\"id\":%d,\"country\":\"PL\"},\"action\":\"%s\",\"cart\":{\"value\":12.5},\"items\":[{\"sku\":\"s1\",\"qty\":2}]}"
                    .formatted(row, 100 + row % 5, row % 2 == 0 ? "page_view" : "purchase"),
            List.of(
                "/customerId {\"from\":\"/user/id\",\"type\":\"text\"}",
                "/timestamp {\"from\":\"/ts\"}",
                "/kind {\"from\":\"/action\",\"table\":\"kinds\",\"otherwise\":\"custom\"}",
                "/properties/products {\"each\":\"/items\",\"as\":{\"product_id\":\"/sku\",\"quantity\":\"/qty\"}}")),
        new Case(
            "visits.csv",
            "UTF-16LE",
            "\"e-mail\",\"date\",\"note\"",
            row ->
                "\"c%d@mail.example\",\"%02d/%02d/2026\",\"two\nlines, \"\"quoted\"\"\""
                    .formatted(row % 9, 1 + row % 28, 1 + row % 5),
            List.of(
                "/customerId \"e-mail\"",
                "/timestamp {\"from\":\"date\",\"format\":\"dd/MM/yyyy\",\"timeZone\":\"UTC\"}",
                "/name {\"value\":\"visits\"}")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void smallFilesAreUnderstood(Case given) throws IOException, UnreadablePathException {
    String rows = IntStream.range(0, ROWS).mapToObj(given.row()).collect(Collectors.joining("\n"));
    Files.writeString(
        directory.resolve(given.file()),
        (given.header().isEmpty() ? "" : given.header() + "\n") + rows + "\n",
        Charset.forName(given.charset()));

    Inference.Result result = infer();

    JsonNode event = firstEvent(result);
    for (String expected : given.expected()) {
      String pointer = expected.substring(0, expected.indexOf(' '));
      assertThat(event.at(pointer))
          .as("%s of %s", pointer, event.toPrettyString())
          .hasToString(expected.substring(pointer.length() + 1));
    }
    assertThat(result.told())
        .contains("tried on " + given.file() + ": " + ROWS + " rows were read, 0 were not");
  }

  @Test
  void parquetIsUnderstood() throws IOException, UnreadablePathException {
    Path file = Path.of("src/test/resources/dev/wend/connectors/parquet/order-lines.parquet");
    Files.copy(file, directory.resolve("order-lines.parquet"));

    Inference.Result result = infer();

    JsonNode event = firstEvent(result);
    assertThat(event.at("/customerId"))
        .hasToString("{\"from\":\"/customer_no\",\"type\":\"text\"}");
    assertThat(event.at("/timestamp"))
        .hasToString("{\"from\":\"/ordered_at\",\"timeZone\":\"UTC\"}");
    assertThat(event.at("/group/by")).hasToString("[\"/order_id\"]");
    assertThat(result.told())
        .contains("tried on order-lines.parquet: 40 rows were read, 0 were not");
    assertThat(result.unsure()).anyMatch(doubt -> doubt.startsWith("the time zone"));
  }

  @Test
  void nativeRecordsNeedNoMapping() throws IOException, UnreadablePathException {
    List<EventFile> files = EventFiles.find(List.of("../conf/sample"), EventFiles::isEventFile);

    Inference.Result result = Inference.of(files, SETTINGS);

    assertThat(result.isNative()).isTrue();
    assertThat(result.mapping()).isEmpty();
    assertThat(result.told())
        .anyMatch(line -> line.contains("customer") && line.contains("/userId"))
        .anyMatch(line -> line.contains("time") && line.contains("/timestamp"));
  }

  @Test
  void onlineRetailIsUnderstoodAsItsMappingSays() throws IOException, UnreadablePathException {
    SharedHistory.extract("online-retail-uci-by-day.tar.xz", directory);

    Inference.Result result = infer();

    assertSameFrame(result, 0, "online-retail.json", 0);
    assertSameFrame(result, 1, "online-retail.json", 1);
    assertThat(draft(result).at("/inputs")).hasSize(1);
  }

  @Test
  void completeJourneyIsUnderstoodAsItsMappingSays() throws IOException, UnreadablePathException {
    SharedHistory.extract("complete-journey-84.51-cc0.tar.xz", directory);

    Inference.Result result = infer();

    JsonNode transactions =
        input(draft(result), event -> event.at("/group/by/0").asText().equals("basket_id"));
    assertThat(transactions.at("/customerId")).hasToString("\"household_id\"");
    assertThat(transactions.at("/timestamp/from")).hasToString("\"transaction_timestamp\"");
    assertThat(transactions.at("/kind")).hasToString("\"order-completed\"");
    JsonNode redemptions =
        input(
            draft(result), event -> event.at("/timestamp/from").asText().equals("redemption_date"));
    assertThat(redemptions.at("/customerId")).hasToString("\"household_id\"");
    assertThat(result.told()).anyMatch(line -> line.contains("left out: no"));
  }

  @Test
  void whatIsNoTableOfEventsIsSaid() throws IOException, UnreadablePathException {
    Files.writeString(directory.resolve("list.json"), "[{\"a\":1}]");
    Files.writeString(directory.resolve("colours.csv"), "name,hex\nred,f00\nblue,00f\n");
    Files.writeString(directory.resolve("empty.csv"), "");

    Inference.Result result = infer();

    assertThat(result.mapping()).isEmpty();
    assertThat(result.told())
        .anyMatch(line -> line.startsWith("list.json: left out: a JSON list"))
        .anyMatch(line -> line.contains("left out: no customer and no time"))
        .anyMatch(line -> line.startsWith("empty.csv: left out: the file is empty"));
  }

  private Inference.Result infer() throws UnreadablePathException {
    return Inference.of(
        EventFiles.find(List.of(directory.toString()), EventFiles::isEventFile), SETTINGS);
  }

  private static JsonNode draft(Inference.Result result) {
    return Json.read(result.mapping().orElseThrow().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode firstEvent(Inference.Result result) {
    return draft(result).at("/inputs/0/events/0");
  }

  private static JsonNode input(JsonNode draft, java.util.function.Predicate<JsonNode> ofItsEvent) {
    for (JsonNode input : draft.path("inputs")) {
      if (ofItsEvent.test(input.at("/events/0"))) {
        return input.at("/events/0");
      }
    }
    throw new AssertionError(draft.toPrettyString());
  }

  /** Kind, customer, way to write the time, and grouping are those of the mapping that ships. */
  private static void assertSameFrame(
      Inference.Result result, int event, String mapping, int shippedEvent) throws IOException {
    JsonNode drafted = draft(result).at("/inputs/0/events/" + event);
    JsonNode shipped =
        Json.read(Files.readAllBytes(Path.of("../conf/mappings", mapping)))
            .at("/inputs/0/events/" + shippedEvent);
    for (String pointer :
        List.of(
            "/kind",
            "/customerId",
            "/messageId",
            "/timestamp/from",
            "/timestamp/format",
            "/group/by",
            "/group/products/product_id",
            "/group/products/quantity",
            "/group/totals")) {
      assertThat(drafted.at(pointer)).as(pointer).isEqualTo(shipped.at(pointer));
    }
  }
}
