package dev.wend.benchmark.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wend.benchmark.workload.Workload.Form;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever is measured is given the same stream, and the one that results speak of. */
final class ClickstreamTest {
  private static final int EVENTS = 20_000;
  private static final Workload STREAM = Workload.clickstream(Form.JSON, 1_000, EVENTS);

  @Test
  void isTheSameEachTime() {
    assertThat(texts(0, 2)).isEqualTo(texts(0, 2)).doesNotContainAnyElementsOf(texts(1, 2));
  }

  @Test
  void hasThePromisedShares() {
    Map<EventKind, Long> counts =
        events(0, 1).stream()
            .collect(Collectors.groupingBy(CustomerEvent::kind, Collectors.counting()));

    assertThat(share(counts, EventKind.PAGE_VISITED)).isEqualTo(0.80, within(0.01));
    assertThat(share(counts, EventKind.PRODUCT_ADDED_TO_CART)).isEqualTo(0.15, within(0.01));
    assertThat(share(counts, EventKind.ORDER_COMPLETED)).isEqualTo(0.05, within(0.01));
  }

  @Test
  void isInOrderOfTimeAndHasRealSize() {
    assertThat(events(0, 1)).extracting(CustomerEvent::timestamp).isSorted();
    assertThat(texts(0, 1))
        .hasSize(EVENTS)
        .allSatisfy(text -> assertThat(text).hasSizeBetween(800, 1_300));
  }

  @Test
  void keepsACustomerInOnePart() {
    assertThat(customers(events(0, 2))).doesNotContainAnyElementsOf(customers(events(1, 2)));
  }

  @Test
  void moreThanAMillionJourneysBeginOneAfterTheOther() {
    Workload million = STREAM.withWaiting(1_000_000);
    Workload more = STREAM.withWaiting(1_000_010);

    assertThat(Clickstream.begin(million)).isEqualTo(Clickstream.START);
    assertThat(Clickstream.begin(more)).isEqualTo(Clickstream.START - 100_001);
    assertThat(new Clickstream(more, 0, 1, 0, 21))
        .toIterable()
        .extracting(Click::timestamp)
        .isSorted()
        .startsWith(Clickstream.START - 100_001)
        .endsWith(Clickstream.START - 99_999)
        .hasSize(21);
  }

  @Test
  void journeysThatWaitDoSoUntilTheLastLapHasEnded() {
    Workload laps = STREAM.withLaps(5).withWaiting(1_000_010);
    long givenUp = Clickstream.begin(laps) + Scenarios.window(laps).toMillis();

    assertThat(givenUp).isGreaterThan(Clickstream.end(laps));
  }

  private static double share(Map<EventKind, Long> counts, EventKind kind) {
    return (double) counts.getOrDefault(kind, 0L) / EVENTS;
  }

  private static List<String> customers(List<CustomerEvent> events) {
    return events.stream().map(CustomerEvent::customerId).distinct().toList();
  }

  private static List<String> texts(int reader, int readers) {
    List<String> texts = new ArrayList<>();
    Records.stream(STREAM, reader, readers)
        .forEachRemaining(record -> texts.add(new String(record, StandardCharsets.UTF_8)));
    return texts;
  }

  private static List<CustomerEvent> events(int reader, int readers) {
    List<CustomerEvent> events = new ArrayList<>();
    Records.stream(STREAM, reader, readers)
        .forEachRemaining(record -> events.add(Records.decode(Records.decoder(), record)));
    return events;
  }
}
