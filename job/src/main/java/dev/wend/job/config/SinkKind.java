package dev.wend.job.config;

import dev.wend.connectors.kafka.ClientProperties;
import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.MapShape;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.shape.TextShape;
import dev.wend.parse.shape.Values;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of sinks; a new one is one constant here, a record of {@link SinkSettings} and a line of {@link Defaults}. */
enum SinkKind {
  KAFKA("kafka", Kafka.SHAPE),
  FILES("files", Files.SHAPE),
  CONSOLE("console", SinkHeadFields.sink("the standard output", List.of(), Console::sink)),
  HTTP("http", Http.SHAPE);

  private final String id;
  private final ObjectShape<? extends SinkSettings> shape;

  SinkKind(String id, ObjectShape<? extends SinkSettings> shape) {
    this.id = id;
    this.shape = shape;
  }

  String id() {
    return id;
  }

  ObjectShape<? extends SinkSettings> shape() {
    return shape;
  }

  static Optional<SinkKind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }

  private static final class Kafka {
    private static final Field<String> TOPIC =
        Field.required("topic", Texts.TOPIC, "the topic to write to");
    private static final Field<List<String>> BOOTSTRAP_SERVERS =
        Field.optional(
            "bootstrapServers",
            Several.notEmpty("brokers", Texts.BROKER),
            "the brokers, where they are not those of the source");
    static final ObjectShape<SinkSettings> SHAPE =
        SinkHeadFields.sink(
            "a topic", List.of(TOPIC, BOOTSTRAP_SERVERS, SourceShape.PROPERTIES), Kafka::sink);

    private static SinkSettings sink(SinkHead head, Values values) {
      return new SinkSettings.Kafka(
          head,
          values.get(TOPIC),
          values.find(BOOTSTRAP_SERVERS),
          new ClientProperties(values.get(SourceShape.PROPERTIES)));
    }
  }

  private static final class Files {
    private static final Field<URI> DIRECTORY =
        Field.required("directory", Texts.DIRECTORY, "where files are written");
    private static final Field<Duration> ROLL_AFTER =
        Field.required("rollAfter", Texts.DURATION, "the age at which a file is finished");
    private static final Field<Long> ROLL_SIZE =
        Field.required(
            "rollSize",
            Texts.number(1, Long.MAX_VALUE),
            "the size in bytes at which a file is finished");
    static final ObjectShape<SinkSettings> SHAPE =
        SinkHeadFields.sink(
            "files of JSON lines", List.of(DIRECTORY, ROLL_AFTER, ROLL_SIZE), Files::sink);

    private static SinkSettings sink(SinkHead head, Values values) {
      return new SinkSettings.Files(
          head, values.get(DIRECTORY), values.get(ROLL_AFTER), values.get(ROLL_SIZE));
    }
  }

  private static final class Console {
    private static SinkSettings sink(SinkHead head, Values values) {
      return new SinkSettings.Console(head);
    }
  }

  private static final class Http {
    private static final Field<Endpoint> URL =
        Field.required("url", Texts.ADDRESS, "where records are posted to");
    private static final Field<Map<String, String>> HEADERS =
        Field.required(
            "headers", new MapShape<>("headers", TextShape.ANY), "what each request carries");
    private static final Field<Long> BATCH_SIZE =
        Field.required("batchSize", Texts.number(1, 10_000), "records in one request at most");
    private static final Field<Duration> TIMEOUT =
        Field.required("timeout", Texts.DURATION, "of one request");
    private static final Field<Long> RETRIES =
        Field.required("retries", Texts.number(0, 100), "after the first attempt");
    private static final Field<Duration> BACKOFF =
        Field.required("backoff", Texts.DURATION, "before the first retry");
    static final ObjectShape<SinkSettings> SHAPE =
        SinkHeadFields.sink(
            "HTTP POST", List.of(URL, HEADERS, BATCH_SIZE, TIMEOUT, RETRIES, BACKOFF), Http::sink);

    private static SinkSettings sink(SinkHead head, Values values) {
      return new SinkSettings.Http(
          head,
          values.get(URL),
          new HttpHeaders(values.get(HEADERS)),
          values.get(BATCH_SIZE).intValue(),
          values.get(TIMEOUT),
          values.get(RETRIES).intValue(),
          values.get(BACKOFF));
    }
  }
}
