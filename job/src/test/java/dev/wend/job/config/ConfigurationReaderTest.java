package dev.wend.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.kafka.ClientProperties;
import dev.wend.connectors.kafka.StartFrom;
import dev.wend.connectors.kafka.Topics;
import dev.wend.event.Channel;
import dev.wend.issue.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationReaderTest {
  private static final Path CASES = Path.of("src/test/resources/config");
  private static final Path EXAMPLE = Path.of("../conf/wend.yaml");
  private static final String LEAST =
      """
      source:
        kafka:
          bootstrapServers: localhost:9092
          topics: events
      """;

  @ParameterizedTest
  @MethodSource("badFiles")
  void tellsAllThatIsWrong(String name) throws IOException {
    String text = Files.readString(CASES.resolve(name));
    ConfigurationResult result =
        ConfigurationReader.read(new Source(name, text), Map.of("SHORT", "no-duration"), List.of());
    Path expected = CASES.resolve(name + ".txt");
    if (Boolean.getBoolean("wend.rewrite")) {
      Files.writeString(expected, told(result));
    }
    assertThat(told(result)).isEqualTo(Files.readString(expected));
    assertThat(result.configuration()).isEmpty();
  }

  static List<String> badFiles() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  @Test
  void fillsInDefaults() {
    Configuration configuration = configuration(read(LEAST));
    assertThat(configuration.source())
        .isEqualTo(
            new EventSource(
                new KafkaInput(
                    List.of("localhost:9092"),
                    new Topics.Named(List.of("events")),
                    "wend",
                    new StartFrom.Committed(),
                    new ClientProperties(Map.of())),
                new EventFormat.Native(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30)));
    assertThat(configuration.sinks())
        .map(sink -> sink.head().output())
        .containsExactly(Output.values());
    assertThat(configuration.guarantees().transactionTimeout()).isLessThan(Duration.ofMinutes(15));
    assertThat(configuration.profileRetention()).isEmpty();
    assertThat(configuration.parallelism()).isEmpty();
  }

  @Test
  void theExampleStatesEveryDefault() throws IOException {
    String example = Files.readString(EXAMPLE);
    ConfigurationResult read = read(example);
    assertThat(configuration(read)).isEqualTo(configuration(read(LEAST)));
    assertThat(read.values()).noneMatch(value -> value.origin().equals("default"));
  }

  @Test
  void theExampleStatesTheDefaultsOfAllKindsOfSinks() throws IOException {
    String example = Files.readString(EXAMPLE).replaceAll("(?m)^#  ", "  ");
    String least =
        LEAST
            + """
            sinks:
              - { name: actions, kind: kafka, for: actions, topic: wend-actions }
              - { name: trace, kind: kafka, for: trace, topic: wend-trace }
              - { name: status, kind: kafka, for: status, topic: wend-status }
              - { name: late, kind: kafka, for: late, topic: wend-late }
              - { name: dead-letter, kind: kafka, for: dead-letter, topic: wend-dead-letter }
              - { name: archive, kind: files, for: actions, directory: /var/lib/wend/actions }
              - { name: standard-output, kind: console, for: status }
              - { name: crm, kind: http, for: actions, url: "https://crm.example.com/actions" }
            """;
    ConfigurationResult read = read(example);
    assertThat(configuration(read)).isEqualTo(configuration(read(least)));
    assertThat(configuration(read).sinks()).hasSize(8);
    assertThat(read.values()).noneMatch(value -> value.origin().equals("default"));
  }

  @Test
  void readsWhatDiffersFromTheDefaults() throws IOException {
    String text = Files.readString(CASES.resolve("full.yml"));
    Configuration configuration =
        configuration(
            ConfigurationReader.read(
                new Source("full.yml", text), Map.of("CRM_TOKEN", "s3cret"), List.of()));
    ActionSelection offline = new ActionSelection(List.of("send-sms"), List.of(Channel.OFFLINE));
    SinkSettings.Http crm = (SinkSettings.Http) configuration.sinks().get(0);
    SinkSettings.Kafka late = (SinkSettings.Kafka) configuration.sinks().get(1);
    SinkSettings.Kafka elsewhere = (SinkSettings.Kafka) configuration.sinks().get(2);
    assertThat(configuration.source().kafka().topics()).isEqualTo(new Topics.Matching("events-.*"));
    assertThat(configuration.source().kafka().start())
        .isEqualTo(new StartFrom.Timestamp(Instant.parse("2026-12-01T09:00:00Z")));
    assertThat(configuration.source().format())
        .isEqualTo(new EventFormat.Mapped(Path.of("conf/mappings/jitsu.json")));
    assertThat(configuration.clock()).isEqualTo(ClockMode.EVENTS);
    assertThat(configuration.profileRetention()).contains(Duration.ofDays(400));
    assertThat(configuration.scenarios())
        .isEqualTo(new ScenarioSources(List.of(Path.of("a.json"), Path.of("b")), Optional.empty()));
    assertThat(configuration.parallelism()).contains(4);
    assertThat(crm.head()).isEqualTo(new SinkHead("crm", Output.ACTIONS, offline));
    assertThat(crm.headers().values()).isEqualTo(Map.of("Authorization", "Bearer s3cret ${x}"));
    assertThat(crm.head().selection().takes("send-sms", Channel.OFFLINE)).isTrue();
    assertThat(crm.head().selection().takes("send-sms", Channel.ONLINE)).isFalse();
    assertThat(configuration.bootstrapServers(late)).containsExactly("broker:9092");
    assertThat(configuration.properties(late).values())
        .isEqualTo(Map.of("security.protocol", "SSL", "linger.ms", "5"));
    assertThat(configuration.bootstrapServers(elsewhere)).containsExactly("other:9092");
    assertThat(configuration.properties(elsewhere).values()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-            | -                          | -          | wend    | default",
        "groupId: one | -                          | -          | one     | case.yaml:5:14",
        "groupId: one | WEND_SOURCE_KAFKA_GROUP_ID | -          | two     | WEND_SOURCE_KAFKA_GROUP_ID",
        "groupId: one | WEND_SOURCE_KAFKA_GROUP_ID | three      | three   | --set source.kafka.groupId",
        "-            | -                          | three      | three   | --set source.kafka.groupId",
        "-            | WEND_SOURCE_KAFKA_GROUP_ID | -          | two     | WEND_SOURCE_KAFKA_GROUP_ID"
      })
  void theNearerPlaceWins(
      String line, String variable, String setting, String expected, String origin) {
    ConfigurationResult result =
        ConfigurationReader.read(
            new Source("case.yaml", LEAST + (line == null ? "" : "    " + line + "\n")),
            variable == null ? Map.of() : Map.of(variable, "two"),
            setting == null ? List.of() : List.of("source.kafka.groupId=" + setting));
    assertThat(configuration(result).source().kafka().groupId()).isEqualTo(expected);
    assertThat(result.values())
        .contains(new EffectiveValue("source.kafka.groupId", expected, origin));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WEND_SOURCE_KAFKA_TOPICS                       | source.kafka.topics                       | a,b   | [a, b]",
        "WEND_SOURCE_KAFKA_TOPICS                       | source.kafka.topics                       | [a]   | [a]",
        "WEND_SOURCE_KAFKA_PROPERTIES_SECURITY_PROTOCOL | source.kafka.properties.security.protocol | SSL   | SSL",
        "WEND_SINKS_DEAD_LETTER_TOPIC                   | sinks.dead-letter.topic                   | dead  | dead",
        "WEND_CHECKPOINTING_INTERVAL                    | checkpointing.interval                    | PT1M  | PT1M",
        "WEND_PARALLELISM                               | parallelism                               | 3     | 3"
      })
  void everyKeyCanBeSet(String variable, String path, String value, String shown) {
    ConfigurationResult set = read(LEAST, path + "=" + value);
    ConfigurationResult exported =
        ConfigurationReader.read(
            new Source("case.yaml", LEAST), Map.of(variable, value), List.of());
    assertThat(configuration(exported)).isEqualTo(configuration(set));
    assertThat(configuration(set)).isNotEqualTo(configuration(read(LEAST)));
    String printed = value.equals("a,b") ? value : shown;
    assertThat(set.values()).contains(new EffectiveValue(path, printed, "--set " + path));
    assertThat(exported.values()).contains(new EffectiveValue(path, printed, variable));
  }

  @Test
  void aSinkCanBeAddedAndAListReplaced() {
    ConfigurationResult added =
        read(LEAST, "sinks.screen.kind=console", "sinks.screen.for=status", "scenarios.files=a,b");
    assertThat(configuration(added).sinks())
        .hasSize(6)
        .last()
        .isEqualTo(
            new SinkSettings.Console(new SinkHead("screen", Output.STATUS, ActionSelection.ALL)));
    ConfigurationResult replaced = read(LEAST, "sinks=[{name: x, kind: console, for: late}]");
    assertThat(configuration(replaced).sinks()).hasSize(1);
  }

  @Test
  void tellsWhatIsWrongOutsideOfTheFile() {
    ConfigurationResult result =
        ConfigurationReader.read(
            new Source("case.yaml", LEAST),
            Map.of("WEND_SOURCE_KAFKA_TOPIC", "a", "WEND_CLOCK", "wal", "WEND_PARALLELISM", ""),
            List.of("source.kafka.tpics=a", "nothing", "futureTolerance=1h", "sinks=[{"));
    assertThat(told(result))
        .isEqualTo(
            """
            warning WEND_SOURCE_KAFKA_TOPIC: this environment variable stands for no key and is ignored; did you mean 'WEND_SOURCE_KAFKA_TOPICS'?
            error --set (number 2): expected PATH=VALUE, for example --set source.kafka.topics=events
            error --set sinks: not YAML: expected the node content, but found '<stream end>'
            error --set source.kafka.tpics source.kafka.tpics: unknown key 'tpics'; what else may stand here: 'topicPattern', 'groupId', 'start', 'properties'
            error WEND_CLOCK clock: expected a clock: one of 'wall', 'events', found "wal"; did you mean 'wall'?
            error --set futureTolerance futureTolerance: expected an ISO-8601 duration such as PT5S, or PT0S, found "1h"
            """);
  }

  @Test
  void secretsAreShownNowhere() {
    String secret = "hunter2";
    String text =
        LEAST
            + """
                properties: { sasl.jaas.config: hunter2, ssl.key.password: "${KEY}", client.id: c }
              outOfOrderness: ${KEY}
            transactionTimeout: PT1M
            sinks:
              - name: crm
                kind: http
                for: actions
                url: https://hunter2:hunter2@example.com/actions?token=hunter2
                headers: { Authorization: hunter2, X-Anything: hunter2, Content-Type: application/json }
              - { name: bad, kind: http, for: late, url: "hunter2://hunter2", password: hunter2 }
            """;
    Map<String, String> environment =
        Map.of("KEY", secret, "WEND_SOURCE_KAFKA_PROPERTIES_SSL_TRUSTSTORE_PASSWORD", secret);
    List<String> settings = List.of("source.kafka.properties.my.token=hunter2", "hunter2");
    ConfigurationResult bad =
        ConfigurationReader.read(new Source("case.yaml", text), environment, settings);
    assertThat(bad.toString()).doesNotContain(secret);
    assertThat(bad.issues()).hasSize(4);

    String mended = text.replaceAll("(?m)^.*(name: bad|outOfOrderness).*\n", "");
    ConfigurationResult good =
        ConfigurationReader.read(
            new Source("case.yaml", mended), environment, settings.subList(0, 1));
    assertThat(good.toString()).doesNotContain(secret);
    assertThat(configuration(good).source().kafka().properties().values())
        .containsEntry("ssl.key.password", secret)
        .containsEntry("ssl.truststore.password", secret)
        .containsEntry("my.token", secret);
    assertThat(good.values())
        .contains(
            new EffectiveValue("source.kafka.properties.client.id", "c", "case.yaml:5:85"),
            new EffectiveValue("sinks.crm.url", "https://example.com/…", "case.yaml:11:10"),
            new EffectiveValue(
                "sinks.crm.headers.Content-Type", "application/json", "case.yaml:12:75"));
  }

  private static ConfigurationResult read(String text, String... settings) {
    return ConfigurationReader.read(new Source("case.yaml", text), Map.of(), List.of(settings));
  }

  private static Configuration configuration(ConfigurationResult result) {
    assertThat(result.issues()).isEmpty();
    return result.configuration().orElseThrow();
  }

  private static String told(ConfigurationResult result) {
    return result.issues().stream().map(issue -> issue + "\n").collect(Collectors.joining());
  }
}
