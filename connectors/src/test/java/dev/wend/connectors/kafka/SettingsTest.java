package dev.wend.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What settings refuse, and what they do not tell. */
class SettingsTest {
  private static final ClientProperties CLIENT =
      ClientProperties.of(
          Map.of("bootstrap.servers", "kafka:9092", "sasl.jaas.config", "user swordfish"));

  @Test
  void valuesOfPropertiesAreNotShown() {
    KafkaEvents events = KafkaEvents.of(CLIENT, new Topics.Named(List.of("events")), "wend");
    KafkaOutput output = new KafkaOutput(CLIENT, new Delivery.AtLeastOnce());

    assertThat(List.of(events.toString(), output.toString()))
        .allSatisfy(text -> assertThat(text).contains("sasl.jaas.config").doesNotContain("sword"));
  }

  @Test
  void clientsNeedABroker() {
    assertThatIllegalArgumentException().isThrownBy(() -> ClientProperties.of(Map.of()));
  }

  @Test
  void aListOfTopicsIsNotEmpty() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Topics.Named(List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "-PT1S", "P25D"})
  void transactionsHaveATimeoutThatKafkaCanRead(Duration timeout) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Delivery.ExactlyOnce("wend", timeout));
  }

  @Test
  void transactionsHaveAPrefix() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Delivery.ExactlyOnce(" "));
  }

  @ParameterizedTest
  @CsvSource({"PT-0.001S, PT30S", "PT5S, PT0S", "PT5S, -PT1S"})
  void clocksHaveNoNegativeDisorderAndSilenceTakesTime(
      Duration outOfOrderness, Duration idleAfter) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EventClock(EventClock.Mode.WALL, outOfOrderness, idleAfter));
  }
}
