package dev.wend.job.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClickstreamTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate START = LocalDate.of(2026, 1, 5);
  private static final int CUSTOMERS = 1_500;
  private static final int DAYS = 28;

  @TempDir private static Path directory;
  private static GenerationSummary summary;
  private static List<String> lines;
  private static List<JsonNode> events;

  @BeforeAll
  static void generateOnce() throws IOException {
    Path shop = directory.resolve("shop");
    summary = generate(new GeneratorSettings(CUSTOMERS, DAYS, 7, START), shop, false);
    lines = lines(shop);
    Set<String> seen = new HashSet<>();
    events =
        lines.stream()
            .flatMap(line -> read(line).stream())
            .filter(ClickstreamTest::isClean)
            .filter(event -> seen.add(event.path("messageId").asText()))
            .toList();
  }

  private static GenerationSummary generate(
      GeneratorSettings settings, Path target, boolean compressed) throws IOException {
    try (DayFiles files = new DayFiles(target, compressed)) {
      return Clickstream.write(settings, files, done -> {});
    }
  }

  private static List<String> lines(Path source) throws IOException {
    List<String> all = new ArrayList<>();
    for (Path file : DayFiles.in(source)) {
      all.addAll(Files.readAllLines(file));
    }
    return all;
  }

  private static Optional<JsonNode> read(String line) {
    try {
      return Optional.of(JSON.readTree(line));
    } catch (JsonProcessingException cutOff) {
      return Optional.empty();
    }
  }

  private static boolean isClean(JsonNode record) {
    boolean named = !"track".equals(record.path("type").asText()) || record.has("event");
    boolean customer = record.path("userId").isTextual() || record.path("anonymousId").isTextual();
    return named
        && customer
        && !record.path("userId").isNumber()
        && !"heartbeat".equals(record.path("type").asText())
        && time(record).filter(at -> at.getYear() == 2026).isPresent();
  }

  private static Optional<OffsetDateTime> time(JsonNode record) {
    JsonNode timestamp = record.path("timestamp");
    if (timestamp.isNumber()) {
      return Optional.of(Instant.ofEpochMilli(timestamp.longValue()).atOffset(ZoneOffset.UTC));
    }
    return timestamp.asText().matches(".*(Z|[+]01:00)")
        ? Optional.of(OffsetDateTime.parse(timestamp.asText()))
        : Optional.empty();
  }

  private static String customer(JsonNode event) {
    return event.has("userId") ? event.path("userId").asText() : event.path("anonymousId").asText();
  }

  private static String name(JsonNode event) {
    return event.path("event").asText(event.path("type").asText());
  }

  @Test
  void equalSettingsGiveEqualBytes() throws IOException {
    GeneratorSettings settings = new GeneratorSettings(40, 10, 11, START);
    generate(settings, directory.resolve("once"), false);
    generate(settings, directory.resolve("again"), false);
    generate(new GeneratorSettings(40, 10, 12, START), directory.resolve("another-seed"), false);

    assertThat(lines(directory.resolve("again"))).isEqualTo(lines(directory.resolve("once")));
    assertThat(lines(directory.resolve("another-seed")))
        .doesNotContainAnyElementsOf(lines(directory.resolve("once")));
  }

  @Test
  void compressedFilesHoldTheSame() throws IOException {
    GeneratorSettings settings = new GeneratorSettings(40, 1, 11, START);
    generate(settings, directory.resolve("plain"), false);
    generate(settings, directory.resolve("compressed"), true);

    Path file = directory.resolve("compressed/events-2026-01-05.jsonl.gz");
    try (InputStream content = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8).lines().toList())
          .isEqualTo(lines(directory.resolve("plain")));
    }
  }

  @Test
  void aCustomerDoesNotDependOnHowManyOthersThereAre() throws IOException {
    generate(new GeneratorSettings(30, 20, 5, START), directory.resolve("few"), false);
    generate(new GeneratorSettings(90, 20, 5, START), directory.resolve("many"), false);

    Map<String, Set<String>> few = byKnownCustomer(directory.resolve("few"));
    Map<String, Set<String>> many = byKnownCustomer(directory.resolve("many"));
    assertThat(few).isNotEmpty();
    assertThat(many).containsAllEntriesOf(few).hasSizeGreaterThan(few.size());
  }

  private static Map<String, Set<String>> byKnownCustomer(Path source) throws IOException {
    return lines(source).stream()
        .filter(line -> line.contains("\"userId\":\"c"))
        .collect(
            Collectors.groupingBy(
                line -> read(line).map(ClickstreamTest::customer).orElse(""),
                Collectors.toCollection(HashSet::new)));
  }

  @Test
  void countsWhatItWrites() {
    Map<String, Long> counted = new HashMap<>();
    events.forEach(event -> counted.merge(name(event), 1L, Long::sum));

    assertThat(counted).isEqualTo(summary.names());
    assertThat(summary.lines()).isEqualTo(lines.size());
    assertThat(summary.lines()).isEqualTo(events.size() + summary.duplicates() + summary.dirty());
    assertThat(summary.duplicates()).isBetween(lines.size() / 600L, lines.size() / 200L);
    assertThat((double) summary.dirty())
        .isCloseTo(lines.size() / (double) DirtyRecords.ONE_IN, within(1.0));
  }

  @ParameterizedTest
  @CsvSource({
    "page, 0.30, 0.42",
    "screen, 0.04, 0.12",
    "Product Viewed, 0.15, 0.25",
    "Product Added, 0.03, 0.07",
    "Order Completed, 0.012, 0.035",
    "Email Sent, 0.05, 0.12",
    "Email Delivered, 0.05, 0.12",
    "Email Opened, 0.02, 0.07",
    "Email Link Clicked, 0.003, 0.015",
    "Push Notification Received, 0.005, 0.03",
    "Location Visited, 0.002, 0.02",
    "Location Left, 0.002, 0.02",
    "Form Submitted, 0.002, 0.01",
    "Consent Given, 0.01, 0.06",
    "identify, 0.01, 0.05",
    "Signed Up, 0.002, 0.015",
    "Unsubscribed, 0.00003, 0.002",
    "Email Bounced, 0.0003, 0.003",
    "Order Cancelled, 0.0001, 0.002",
    "Order Refunded, 0.0001, 0.002",
    "Customer Erased, 0.00001, 0.0005"
  })
  void sharesAreThoseOfAShop(String name, double least, double most) {
    assertThat(summary.names().getOrDefault(name, 0L) / (double) summary.lines())
        .isBetween(least, most);
  }

  @Test
  void everyDefectHasItsTurn() {
    assertThat(lines).anyMatch(line -> read(line).isEmpty());
    List<JsonNode> dirty =
        lines.stream()
            .flatMap(line -> read(line).stream())
            .filter(record -> !isClean(record))
            .toList();
    assertThat(dirty)
        .anyMatch(record -> !record.has("userId") && !record.has("anonymousId"))
        .anyMatch(record -> !record.has("timestamp"))
        .anyMatch(record -> record.path("timestamp").asText().matches("2026-.*\\d"))
        .anyMatch(record -> record.path("timestamp").asText().startsWith("2105-"))
        .anyMatch(record -> "heartbeat".equals(record.path("type").asText()))
        .anyMatch(record -> !record.has("event"))
        .anyMatch(record -> record.path("userId").isNumber());
  }

  @Test
  void anOnlineOrderFollowsItsCart() {
    Map<String, Long> firstAdded = new HashMap<>();
    for (JsonNode event : events) {
      if ("Product Added".equals(name(event))) {
        String cart = event.at("/properties/cart_id").asText();
        firstAdded.merge(cart, millis(event), Math::min);
      }
    }
    List<JsonNode> orders =
        events.stream()
            .filter(event -> "Order Completed".equals(name(event)))
            .filter(event -> event.at("/properties/cart_id").isTextual())
            .toList();
    assertThat(orders).hasSizeGreaterThan(100);
    assertThat(orders)
        .allSatisfy(
            order ->
                assertThat(firstAdded.get(order.at("/properties/cart_id").asText()))
                    .isNotNull()
                    .isLessThan(millis(order)));
  }

  private static long millis(JsonNode event) {
    return time(event).orElseThrow().toInstant().toEpochMilli();
  }

  @Test
  void recordsArriveSlightlyOutOfOrder() {
    long newest = 0;
    long behind = 0;
    long furthest = 0;
    for (JsonNode event : events) {
      long at = millis(event);
      behind += at < newest ? 1 : 0;
      furthest = Math.max(furthest, newest - at);
      newest = Math.max(newest, at);
    }
    assertThat(behind / (double) events.size()).isBetween(0.01, 0.5);
    assertThat(furthest).isBetween(10_000L, 600_000L);
  }

  @Test
  void eveningsAreBusierThanNightsAndSomeProductsThanOthers() {
    Map<Integer, Long> byHour =
        events.stream()
            .filter(event -> "page".equals(name(event)))
            .collect(
                Collectors.groupingBy(
                    event -> time(event).orElseThrow().getHour(), Collectors.counting()));
    assertThat(byHour.get(20)).isGreaterThan(10 * byHour.getOrDefault(3, 0L));

    List<Long> views =
        events.stream()
            .filter(event -> "Product Viewed".equals(name(event)))
            .collect(
                Collectors.groupingBy(
                    event -> event.at("/properties/product_id").asText(), Collectors.counting()))
            .values()
            .stream()
            .sorted()
            .toList();
    assertThat(views.get(views.size() - 1)).isGreaterThan(8 * views.get(views.size() / 2));
  }

  @Test
  void offlineRecordsSaySo() {
    assertThat(events)
        .filteredOn(event -> event.at("/properties/location_id").isTextual())
        .isNotEmpty()
        .allMatch(event -> "offline".equals(event.at("/context/channel").asText()));
    assertThat(events)
        .filteredOn(event -> "offline".equals(event.at("/context/channel").asText()))
        .extracting(ClickstreamTest::name)
        .containsOnly("Order Completed", "Location Visited", "Location Left", "Appointment Booked");
  }

  @Test
  void nothingFollowsAnErasure() {
    Map<String, Long> erased = new HashMap<>();
    events.stream()
        .filter(event -> "Customer Erased".equals(name(event)))
        .forEach(event -> erased.put(customer(event), millis(event)));
    assertThat(erased).isNotEmpty();
    assertThat(events)
        .filteredOn(event -> erased.containsKey(customer(event)))
        .filteredOn(event -> millis(event) > erased.get(customer(event)))
        .extracting(ClickstreamTest::name)
        .allMatch(name -> name.startsWith("Email") || name.startsWith("Push"));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, customers", "5000001, 1, customers", "1, 0, days", "1, 3661, days"})
  void refusesWhatIsOutOfRange(int customers, int days, String subject) {
    assertThatThrownBy(() -> new GeneratorSettings(customers, days, 1, START))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(subject);
  }
}
