package dev.wend.job.topology;

import dev.wend.connectors.kafka.KafkaEvents;
import dev.wend.connectors.kafka.RecordFormat;
import dev.wend.job.config.Configuration;
import dev.wend.job.config.EventFormat;
import dev.wend.job.config.KafkaInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The topics of events that a configuration names. */
public final class EventInput {
  private EventInput() {}

  /**
   * What is read, the text of a mapping file included, so that tasks elsewhere need no such file.
   *
   * @throws IOException when the mapping file cannot be read
   */
  public static KafkaEvents of(Configuration configuration) throws IOException {
    KafkaInput kafka = configuration.source().kafka();
    return new KafkaEvents(
        kafka.properties().at(kafka.bootstrapServers()),
        kafka.topics(),
        kafka.groupId(),
        kafka.start(),
        format(configuration.source().format()),
        configuration.futureTolerance());
  }

  private static RecordFormat format(EventFormat format) throws IOException {
    if (format instanceof EventFormat.Mapped mapped) {
      Path file = mapped.mapping();
      return new RecordFormat.Mapped(file.toString(), Files.readString(file));
    }
    return new RecordFormat.Native();
  }
}
