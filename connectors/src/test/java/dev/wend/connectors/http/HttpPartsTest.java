package dev.wend.connectors.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.connector.base.sink.writer.strategy.BasicRequestInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pauses, batches, keys and state, each alone. */
class HttpPartsTest {
  private static final String FROZEN =
      "ffffffffffffffff000000020000000000000002"
          + "0000000161000000027b7d00000005782d6b657900000003"
          + "0000000000000002"
          + "0000000162000000027b7d0000000000000000";

  private final AtomicLong now = new AtomicLong();
  private final Pace pace = new Pace(3, Duration.ofSeconds(1), now::get);

  @Test
  void pausesDoubleUpToAMinute() {
    List<Long> pauses = new ArrayList<>();
    for (int failure = 0; failure < 70; failure++) {
      pace.failed(Duration.ZERO);
      pauses.add((pace.pausedUntil() - now.get()) / 1_000);
    }

    assertThat(pauses).startsWith(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L).endsWith(60L);
    pace.answered();
    pace.failed(Duration.ZERO);
    assertThat(pace.pausedUntil()).isEqualTo(1_000);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 1000", "PT0.5S, 1000", "PT20S, 20000", "PT1H, 300000"})
  void anEndpointMayAskForALongerPause(Duration asked, long expected) {
    pace.failed(asked);

    assertThat(pace.pausedUntil()).isEqualTo(expected);
    now.set(expected - 1);
    assertThat(pace.isPaused()).isTrue();
    now.set(expected);
    assertThat(pace.isPaused()).isFalse();
  }

  @Test
  void recordsOfAFailedRequestStayTogether() {
    RetryQueue queue = queue(100, "a", "b", "c", "d");
    List<HttpRecord> first = queue.take().getBatchEntries();
    assertThat(first).map(HttpRecord::id).containsExactly("a", "b", "c");
    assertThat(first).map(HttpRecord::batch).containsOnly(first.get(0).batch());

    queue.add(wrapped(first.get(1)), true);
    queue.add(wrapped(first.get(0)), true);

    assertThat(queue.take().getBatchEntries()).containsExactly(first.get(0), first.get(1));
    assertThat(queue.take().getBatchEntries()).map(HttpRecord::id).containsExactly("d");
    assertThat(queue.take().getBatchEntries()).isEmpty();
  }

  @Test
  void aRequestHasABoundInBytesButForOneRecord() {
    RetryQueue queue = queue(3, "a", "b", "c");

    assertThat(queue.take().getBatchEntries()).map(HttpRecord::id).containsExactly("a");
    assertThat(queue.take().getBatchEntries()).map(HttpRecord::id).containsExactly("b");
    assertThat(queue.held()).isEqualTo(1);
  }

  @Test
  void aQueueLooksEmptyWhileNothingMayBeSent() {
    RetryQueue queue = queue(100, "a");
    assertThat(queue.size()).isEqualTo(1);

    pace.failed(Duration.ZERO);

    assertThat(queue.isEmpty()).isTrue();
    assertThat(queue.size()).isZero();
    assertThat(queue.totalSizeInBytes()).isZero();
    assertThat(queue.createNextBatch(new BasicRequestInfo(1), queue).getBatchEntries()).isEmpty();
    assertThat(queue.held()).isEqualTo(1);
    assertThat(queue.getBufferedState()).hasSize(1);
  }

  @Test
  void aKeyIsTheIdOrADigestOfTheIds() {
    assertThat(IdempotencyKey.of(List.of(untried("a-1")))).isEqualTo("a-1");
    assertThat(IdempotencyKey.of(List.of(untried("ż")))).matches("[0-9a-f]{32}");
    assertThat(IdempotencyKey.of(List.of(untried("a"), untried("b"))))
        .isEqualTo(IdempotencyKey.of(List.of(untried("a"), untried("b"))))
        .isNotEqualTo(IdempotencyKey.of(List.of(untried("b"), untried("a"))))
        .matches("[0-9a-f]{32}");
  }

  @Test
  void stateOfTheFirstVersionIsReadForEver() throws IOException {
    HttpRecordsSerializer serializer = new HttpRecordsSerializer();
    HttpRecord tried = new HttpRecord("a", "{}".getBytes(UTF_8), "x-key", 3);
    BufferedRequestState<HttpRecord> state =
        new BufferedRequestState<>(List.of(wrapped(tried), wrapped(untried("b"))));

    assertThat(HexFormat.of().formatHex(serializer.serialize(state))).isEqualTo(FROZEN);
    assertThat(serializer.getVersion()).isEqualTo(1);
    assertThat(serializer.deserialize(1, HexFormat.of().parseHex(FROZEN)))
        .usingRecursiveComparison()
        .isEqualTo(state);
    assertThatThrownBy(() -> serializer.deserialize(2, new byte[0]))
        .isInstanceOf(IOException.class);
  }

  @Test
  void settingsDoNotTellSecrets() {
    Map<String, String> headers = Map.of("Content-Length", "swordfish");

    assertThat(output("http://a:swordfish@b/?swordfish", Map.of("X", "swordfish")).toString())
        .doesNotContain("swordfish");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> output("http://b/", headers))
        .withMessageContaining("Content-Length")
        .withMessageNotContaining("swordfish")
        .withNoCause();
  }

  private static HttpOutput output(String url, Map<String, String> headers) {
    return new HttpOutput(
        "crm", URI.create(url), headers, 10, Duration.ofSeconds(1), 1, Duration.ofSeconds(1));
  }

  private RetryQueue queue(long bytes, String... ids) {
    RetryQueue queue = new RetryQueue(pace, 3, bytes);
    for (String id : ids) {
      queue.add(wrapped(untried(id)), false);
    }
    return queue;
  }

  private static HttpRecord untried(String id) {
    return new HttpRecord(id, "{}".getBytes(UTF_8), "", 0);
  }

  private static RequestEntryWrapper<HttpRecord> wrapped(HttpRecord written) {
    return new RequestEntryWrapper<>(written, written.json().length);
  }
}
