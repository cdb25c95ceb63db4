package dev.wend.job.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** What nobody should send, to the topic of events and to that of deployments. */
final class Poison {
  private static final String VIEW =
      """
      { "type": "track", "event": "Product Viewed", "userId": "bad", "timestamp": 1767225600000""";
  private static final int DEEP = 100_000;
  private static final int LARGE = 900_000;

  private Poison() {}

  /**
   * A record that is no event.
   *
   * @param reason with which it is told of
   */
  record Bad(byte[] value, Map<String, String> headers, String reason) {
    static Bad text(String value, String reason) {
      return new Bad(value.getBytes(UTF_8), Map.of(), reason);
    }

    static Bad withType(String contentType, String value) {
      return new Bad(
          value.getBytes(UTF_8), Map.of("content-type", contentType), "unreadable-envelope");
    }

    ProducerRecord<byte[], byte[]> to(String topic, int partition) {
      ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, partition, null, value);
      Headers added = record.headers();
      headers.forEach((key, header) -> added.add(key, header.getBytes(UTF_8)));
      return record;
    }
  }

  /** One of each sort. */
  static List<Bad> records() {
    List<Bad> all = new ArrayList<>();
    all.addAll(notJson());
    all.addAll(noEvents());
    all.addAll(envelopes());
    return all;
  }

  private static List<Bad> notJson() {
    return List.of(
        new Bad(null, Map.of(), "no-value"),
        new Bad(new byte[0], Map.of(), "invalid-json"),
        new Bad(noise(1_000), Map.of(), "invalid-json"),
        new Bad(HexFormat.of().parseHex("7b22c328223a317d"), Map.of(), "invalid-json"),
        Bad.text("\u0000", "invalid-json"),
        Bad.text("null", "invalid-json"),
        Bad.text("[1, 2]", "invalid-json"),
        Bad.text(VIEW, "invalid-json"),
        Bad.text(VIEW + "} }", "invalid-json"),
        Bad.text(VIEW + ", \"userId\": \"again\" }", "invalid-json"),
        Bad.text(VIEW + ", \"properties\": { \"price\": 1e999 } }", "invalid-json"),
        Bad.text(VIEW + ", \"properties\": { \"price\": 1e999999999 } }", "invalid-json"),
        Bad.text(VIEW + ", \"price\": " + "9".repeat(DEEP) + " }", "invalid-json"),
        Bad.text(VIEW + ", \"name\": \"\\ud800\" }", "invalid-json"),
        Bad.text("[".repeat(DEEP), "invalid-json"),
        Bad.text("{\"a\":".repeat(DEEP), "invalid-json"));
  }

  private static List<Bad> noEvents() {
    String track = "{ \"type\": \"track\", \"event\": \"Product Viewed\", ";
    return List.of(
        Bad.text("{}", "unsupported-type"),
        Bad.text("{ \"type\": \"heartbeat\" }", "unsupported-type"),
        Bad.text("{ \"type\": \"track\", \"userId\": \"a\" }", "no-event-name"),
        Bad.text(track + "\"timestamp\": 1 }", "no-customer"),
        Bad.text(track + "\"timestamp\": 1, \"userId\": \"\" }", "no-customer"),
        Bad.text(track + "\"timestamp\": 1, \"userId\": 7 }", "id-not-text"),
        Bad.text(
            track + "\"timestamp\": 1, \"userId\": [\"" + "a".repeat(DEEP) + "\"] }",
            "id-not-text"),
        Bad.text(track + "\"userId\": \"a\" }", "no-timestamp"),
        Bad.text(
            track + "\"userId\": \"a\", \"timestamp\": \"2026-01-01T00:00:00\" }",
            "unreadable-timestamp"),
        Bad.text(track + "\"userId\": \"a\", \"timestamp\": -1e300 }", "unreadable-timestamp"),
        Bad.text(
            track + "\"userId\": \"a\", \"timestamp\": \"2099-01-01T00:00:00Z\" }",
            "future-timestamp"),
        Bad.text(
            track + "\"userId\": \"a\", \"timestamp\": 1, \"properties\": \"x\" }",
            "unreadable-properties"));
  }

  private static List<Bad> envelopes() {
    String json = "application/cloudevents+json";
    return List.of(
        Bad.withType("application/cloudevents+avro", "{}"),
        Bad.withType("application/cloudevents-batch+json", "[]"),
        Bad.withType(json, "{}"),
        Bad.withType(json, "{ \"data\": 5 }"),
        Bad.withType(json, "{ \"data_base64\": \"*\" }"),
        Bad.withType(json, "{ \"data\": {}, \"id\": [\"" + "a".repeat(DEEP) + "\"] }"),
        new Bad(
            "{ \"type\": \"page\", \"userId\": \"a\" }".getBytes(UTF_8),
            Map.of("ce_time", "yesterday"),
            "unreadable-timestamp"));
  }

  /** What is no request to run or to stop a scenario that runs. */
  static List<ProducerRecord<byte[], byte[]>> requests(String topic, String running) {
    String versionless = "{ \"id\": \"" + running + "\", \"version\": \"x\" }";
    String faults =
        "{ \"id\": \"x\", \"nodes\": ["
            + String.join(",", Collections.nCopies(LARGE / 10, "{\"a\": 1}"))
            + "] }";
    List<ProducerRecord<byte[], byte[]>> requests = new ArrayList<>();
    for (String value :
        List.of(
            "",
            "null",
            "[]",
            "{}",
            "{",
            versionless,
            faults,
            "[".repeat(DEEP),
            "{\"a\":".repeat(DEEP),
            "{ \"id\": \"" + "a".repeat(LARGE) + "\" }",
            Cascades.document("other", "\"order-refunded\"", Cascades.MAIL))) {
      requests.add(request(topic, running.getBytes(UTF_8), value.getBytes(UTF_8)));
    }
    requests.add(request(topic, running.getBytes(UTF_8), noise(LARGE)));
    requests.add(request(topic, noise(100), noise(100)));
    requests.add(request(topic, noise(LARGE), "{}".getBytes(UTF_8)));
    requests.add(request(topic, noise(100), null));
    requests.add(request(topic, noise(LARGE), null));
    requests.add(request(topic, new byte[0], "{}".getBytes(UTF_8)));
    requests.add(request(topic, null, "{}".getBytes(UTF_8)));
    requests.add(request(topic, null, null));
    return requests;
  }

  private static ProducerRecord<byte[], byte[]> request(String topic, byte[] key, byte[] value) {
    return new ProducerRecord<>(topic, key, value);
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
