package dev.wend.job.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.kafka.KafkaEvents;
import dev.wend.connectors.kafka.RecordFormat;
import dev.wend.connectors.kafka.StartFrom;
import dev.wend.connectors.kafka.Topics;
import dev.wend.job.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.runtime.OperatorIDPair;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration becomes before the job runs. */
class OutputSinksTest {
  private static final String[] SINKS = {
    "{ name: mails, kind: kafka, for: actions, topic: mails, types: send-email }",
    "{ name: archive, kind: files, for: actions, directory: archive }",
    "{ name: screen, kind: console, for: trace }",
    "{ name: letters, kind: kafka, for: dead-letter, topic: letters }"
  };

  @TempDir private Path directory;

  @Test
  void aSinkIsFoundAgainByItsName() {
    String[] reversed = {SINKS[3], SINKS[2], SINKS[1], SINKS[0]};
    String[] oneMore = {
      SINKS[0], "{ name: x, kind: console, for: actions }", SINKS[1], SINKS[2], SINKS[3]
    };

    assertThat(operators(SINKS)).isEqualTo(operators(reversed));
    assertThat(operators(oneMore)).containsAllEntriesOf(operators(SINKS));
    assertThat(operators(SINKS).keySet())
        .anyMatch(name -> name.startsWith("sink-mails"))
        .anyMatch(name -> name.startsWith("sink-archive"));
  }

  /** The names of the operators and the ids by which their state is found. */
  private static SortedMap<String, String> operators(String... sinks) {
    StreamExecutionEnvironment environment = Written.environment();
    LiveOutputs outputs =
        Written.outputs(environment, Written.actions(environment, Written.action(1)));
    OutputSinks.attach(outputs, Written.configuration("nowhere:1", "exactly-once", sinks));
    SortedMap<String, String> operators = new TreeMap<>();
    for (JobVertex vertex : environment.getStreamGraph().getJobGraph().getVertices()) {
      List<OperatorIDPair> ids = vertex.getOperatorIDs();
      for (OperatorIDPair id : ids) {
        String name = id.getUserDefinedOperatorName();
        if (name.startsWith("sink-")) {
          operators.put(name, id.getGeneratedOperatorID() + " " + id.getUserDefinedOperatorUid());
        }
      }
    }
    return operators;
  }

  @Test
  void whatOneTaskWritesIsWrittenByOneTask() {
    StreamExecutionEnvironment environment = Written.environment();
    environment.setParallelism(4);
    LiveOutputs all = Written.outputs(environment, Written.actions(environment, Written.action(1)));
    LiveOutputs outputs =
        new LiveOutputs(
            all.actions(),
            all.trace().filter(written -> true).setParallelism(4),
            all.status().filter(written -> true).setParallelism(1),
            all.late(),
            all.deadLetters());
    OutputSinks.attach(
        outputs,
        Written.configuration(
            "nowhere:1",
            "exactly-once",
            "{ name: trace, kind: kafka, for: trace, topic: trace }",
            "{ name: status, kind: kafka, for: status, topic: status }",
            "{ name: hook, kind: http, for: status, url: \"http://nowhere/\" }"));

    SortedMap<String, Integer> tasks = new TreeMap<>();
    for (JobVertex vertex : environment.getStreamGraph().getJobGraph().getVertices()) {
      for (OperatorIDPair id : vertex.getOperatorIDs()) {
        tasks.put(id.getUserDefinedOperatorName(), vertex.getParallelism());
      }
    }
    assertThat(tasks)
        .containsEntry("sink-trace: Writer", 4)
        .containsEntry("sink-status: Writer", 1)
        .containsEntry("sink-hook", 1);
  }

  @Test
  void theConfiguredTopicsAreRead() throws IOException {
    Path mapping = Files.writeString(directory.resolve("mapping.json"), "{}");
    Configuration configuration =
        Written.read(
            """
            source:
              kafka:
                bootstrapServers: [one:1, two:2]
                topicPattern: shop-.*
                groupId: shop
                start: latest
                properties: { security.protocol: SSL }
              format: %s
            futureTolerance: PT2H
            """
                .formatted(mapping));

    KafkaEvents events = EventInput.of(configuration);

    assertThat(events.client().values())
        .containsEntry("bootstrap.servers", "one:1,two:2")
        .containsEntry("security.protocol", "SSL");
    assertThat(events.topics()).isEqualTo(new Topics.Matching("shop-.*"));
    assertThat(events.groupId()).isEqualTo("shop");
    assertThat(events.start()).isEqualTo(new StartFrom.Latest());
    assertThat(events.format()).isEqualTo(new RecordFormat.Mapped(mapping.toString(), "{}"));
    assertThat(events.futureTolerance()).isEqualTo(Duration.ofHours(2));
  }
}
