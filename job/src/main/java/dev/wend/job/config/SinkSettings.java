package dev.wend.job.config;

import dev.wend.connectors.kafka.ClientProperties;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where an output goes. */
public sealed interface SinkSettings {
  /** What all kinds have. */
  SinkHead head();

  /**
   * A topic.
   *
   * @param bootstrapServers empty for those of the source
   * @param properties of the producer, as Kafka names them
   */
  record Kafka(
      SinkHead head,
      String topic,
      Optional<List<String>> bootstrapServers,
      ClientProperties properties)
      implements SinkSettings {}

  /**
   * Files of JSON lines.
   *
   * @param directory on this or another file system
   * @param rollAfter the age at which a file is finished
   * @param rollSize the size at which a file is finished, in bytes
   */
  record Files(SinkHead head, URI directory, Duration rollAfter, long rollSize)
      implements SinkSettings {}

  /** The standard output of the tasks. */
  record Console(SinkHead head) implements SinkSettings {}

  /**
   * HTTP POST of a list of records.
   *
   * @param batchSize how many records go in one request at most
   * @param timeout of one request
   * @param retries after the first attempt, 0 for none
   * @param backoff before the first retry
   */
  record Http(
      SinkHead head,
      Endpoint url,
      HttpHeaders headers,
      int batchSize,
      Duration timeout,
      int retries,
      Duration backoff)
      implements SinkSettings {}
}
