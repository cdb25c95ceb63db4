package dev.wend.job.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import dev.wend.job.operator.Control;
import dev.wend.job.operator.ScenarioDocument;
import dev.wend.job.operator.ScenarioSource;
import dev.wend.job.state.SerializerCheck;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What passes on its way to the customers, as scenarios come, change and go. */
class InterestsTest {
  private static final long T = 1_767_225_600_000L;
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private record Given(String text) implements ScenarioSource {
    @Override
    public List<ScenarioDocument> documents() {
      return text.isEmpty() ? List.of() : List.of(new ScenarioDocument("given.json", text));
    }
  }

  /** Who triggers by an event has one hour to live. */
  private static String document(int version, String event, String onUpdate) {
    return """
        { "id": "a", "version": %d, "name": "A", "status": "active",
          "settings": { "maxDuration": "PT1H", "onUpdate": "%s" }, "nodes": [
          { "id": "start", "type": "trigger", "on": { "event": "%s" }, "next": "wait" },
          { "id": "wait", "type": "delay", "for": "PT30M", "next": "done" },
          { "id": "done", "type": "end" } ] }
        """
        .formatted(version, onUpdate, event);
  }

  private static Control deploy(String text) {
    return new Control.Deploy(new ScenarioDocument("later.json", text));
  }

  private static CustomerEvent event(EventKind kind, long timestamp) {
    return new CustomerEvent("m", "anna", kind, "", timestamp, Json.object(), Channel.ONLINE, 0);
  }

  private static boolean views(Interests interests, long timestamp) {
    return interests.concerns(event(EventKind.PRODUCT_VIEWED, timestamp));
  }

  private static boolean carts(Interests interests, long timestamp) {
    return interests.concerns(event(EventKind.PRODUCT_ADDED_TO_CART, timestamp));
  }

  @Test
  void aStartLetsPassAndAStopEndsThatLater() {
    Interests interests = new Interests(new Given(""));
    assertThat(views(interests, T)).isFalse();

    interests.apply(deploy(document(1, "product-viewed", "finish-old")));
    assertThat(views(interests, T)).isTrue();

    interests.apply(new Control.Stop("a", "request"));
    assertThat(views(interests, T)).isTrue();
    assertThat(views(interests, T + HOUR)).isTrue();
    assertThat(views(interests, T + HOUR + 1)).isFalse();
  }

  @Test
  void whatFinishesOnAnOldVersionIsLookedAtAsLongAsItMayLive() {
    Interests interests = new Interests(new Given(document(1, "product-viewed", "finish-old")));

    interests.apply(deploy(document(2, "product-added-to-cart", "finish-old")));

    assertThat(carts(interests, T)).isTrue();
    assertThat(views(interests, T + 2 * HOUR)).isTrue();
    assertThat(views(interests, T + 2 * HOUR + 1)).isFalse();
    assertThat(carts(interests, T + 2 * HOUR + 1)).isTrue();
  }

  @Test
  void aSilentPartitionIsNotBehindByWhatItDidNotSee() {
    Interests interests = new Interests(new Given(document(1, "product-viewed", "exit")));
    assertThat(views(interests, T)).isTrue();
    interests.apply(deploy(document(2, "product-added-to-cart", "exit")));

    assertThat(views(interests, T + 30 * HOUR)).isTrue();
    assertThat(views(interests, T + 31 * HOUR + 1)).isFalse();
  }

  @Test
  void aVersionThatAsksForTheSameLeavesNothingBehind() {
    Interests interests = new Interests(new Given(document(1, "product-viewed", "finish-old")));

    for (int version = 2; version < 100; version++) {
      interests.apply(deploy(document(version, "product-viewed", "finish-old")));
    }

    assertThat(interests.toKeep()).hasSize(1);
    interests.apply(deploy(document(100, "product-added-to-cart", "exit")));
    assertThat(views(interests, T)).isTrue();
    assertThat(views(interests, T + 2 * HOUR)).isTrue();
    assertThat(views(interests, T + 2 * HOUR + 1)).isFalse();
  }

  @Test
  void whatIsKeptGoesOn() throws IOException {
    Interests before = new Interests(new Given(document(1, "product-viewed", "finish-old")));
    before.apply(deploy(document(2, "product-added-to-cart", "finish-old")));
    Interests after = new Interests(new Given(""));

    after.restore(before.toKeep());

    assertThat(views(after, T)).isTrue();
    assertThat(carts(after, T)).isTrue();
    for (Interest interest : before.toKeep()) {
      assertThat(SerializerCheck.roundTrip(Interest.Serializer.INSTANCE, interest))
          .isEqualTo(interest);
    }
    Interest frozen =
        new Interest(new ScenarioDocument("a.json", "{}"), false, 5, Interest.NOT_YET);
    assertThat(SerializerCheck.frozen("interest", Interest.Serializer.INSTANCE, frozen))
        .isEqualTo(frozen);
  }
}
