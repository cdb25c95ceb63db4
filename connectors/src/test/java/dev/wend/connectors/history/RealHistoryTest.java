package dev.wend.connectors.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.UnreadablePathException;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.connectors.mapping.Mapping;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers were counted another way, from the files themselves. */
class RealHistoryTest {
  private static final Path MAPPINGS = Path.of("../conf/mappings");

  @TempDir private Path directory;

  @Test
  void onlineRetail() throws IOException, InvalidMappingException, UnreadablePathException {
    SharedHistory.extract("online-retail-uci-by-day.tar.xz", directory);

    CollectingSink sink = read("online-retail.json", 305);
    List<CustomerEvent> events = sink.merged();

    assertThat(sink.events()).isEmpty();
    assertThat(sink.lines()).hasSize(541_909 - 135_080);
    assertThat(sink.deadLetters())
        .hasSize(135_080)
        .extracting(DeadLetter::reason)
        .containsOnly(DeadLetterReason.NO_CUSTOMER);
    assertThat(of(EventKind.ORDER_COMPLETED, events)).hasSize(18_536);
    assertThat(of(EventKind.ORDER_CANCELLED, events)).hasSize(3_654);
    assertThat(events).hasSize(18_536 + 3_654);
    assertThat(events.stream().map(CustomerEvent::customerId).distinct()).hasSize(4_372);
    assertThat(total(of(EventKind.ORDER_COMPLETED, events))).isEqualByComparingTo("8911407.904");
    assertThat(total(of(EventKind.ORDER_CANCELLED, events))).isEqualByComparingTo("611342.09");
    assertThat(events).extracting(CustomerEvent::messageId).doesNotHaveDuplicates();
    assertThat(events.stream().mapToLong(CustomerEvent::timestamp).min())
        .hasValue(Instant.parse("2010-12-01T08:26:00Z").toEpochMilli());
    assertThat(events.stream().mapToLong(CustomerEvent::timestamp).max())
        .hasValue(Instant.parse("2011-12-09T12:50:00Z").toEpochMilli());
  }

  @Test
  void completeJourney() throws IOException, InvalidMappingException, UnreadablePathException {
    SharedHistory.extract("complete-journey-84.51-cc0.tar.xz", directory);

    CollectingSink sink = read("complete-journey.json", 3);
    List<CustomerEvent> baskets = sink.merged();

    assertThat(sink.deadLetters()).isEmpty();
    assertThat(sink.lines()).hasSize(75_000);
    assertThat(baskets)
        .hasSize(47_243)
        .allMatch(basket -> basket.kind() == EventKind.ORDER_COMPLETED)
        .allMatch(basket -> basket.channel() == Channel.OFFLINE);
    assertThat(baskets.stream().map(CustomerEvent::customerId).distinct()).hasSize(2_377);
    assertThat(total(baskets)).isEqualByComparingTo("233935.2400000000000004440892");
    assertThat(of(EventKind.EMAIL_SENT, sink.events())).hasSize(6_589);
    assertThat(of(EventKind.CUSTOM, sink.events()))
        .hasSize(2_102)
        .extracting(CustomerEvent::name)
        .containsOnly("Coupon Redeemed");
    assertThat(
            Stream.concat(sink.events().stream(), baskets.stream())
                .map(CustomerEvent::customerId)
                .distinct())
        .hasSize(2_379);
  }

  private CollectingSink read(String mapping, int files)
      throws IOException, InvalidMappingException, UnreadablePathException {
    Path file = MAPPINGS.resolve(mapping);
    HistoryReader reader =
        new HistoryReader(
            new DecoderSettings(
                Instant.parse("2026-01-01T00:00:00Z"), DecoderSettings.DEFAULT_FUTURE_TOLERANCE),
            Mapping.parse(mapping, Files.readString(file)));
    var found = reader.find(List.of(directory));
    assertThat(found).hasSize(files);
    return CollectingSink.of(reader, found);
  }

  private static List<CustomerEvent> of(EventKind kind, List<CustomerEvent> events) {
    return events.stream().filter(event -> event.kind() == kind).toList();
  }

  private static BigDecimal total(List<CustomerEvent> orders) {
    return orders.stream()
        .map(order -> order.properties().path("total").decimalValue())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
