package dev.wend.connectors.http;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.output.OutputMessage;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessageTypeInfo;
import org.apache.flink.streaming.api.connector.sink2.CommittableWithLineage;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Records posted to an endpoint, each request a JSON array of them, at least once. A request that fails (no answer, 408,
 * 425, 429, 5xx) is sent again, the same records under the same {@code Idempotency-Key}, also after a restart; what is
 * refused otherwise is sent in halves until the records are found that are not accepted. A task sends one request after
 * the other, so that the records of a customer arrive in their order.
 *
 * @param name by which dead letters and logs name the sink
 * @param url to which is posted; a user in it becomes an {@code Authorization} header
 * @param headers of each request
 * @param batchSize how many records a request carries at most
 * @param timeout of one request
 * @param retries after the first attempt
 * @param backoff before the first retry; it doubles with each further one, up to a minute
 */
public record HttpOutput(
    String name,
    URI url,
    Map<String, String> headers,
    int batchSize,
    Duration timeout,
    int retries,
    Duration backoff)
    implements Serializable {

  /**
   * Keeps the order of the headers.
   *
   * @throws IllegalArgumentException when a request cannot carry one of the headers or go to that address
   */
  public HttpOutput {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    Endpoint.request(url, headers, timeout, "key", new byte[0]);
  }

  /**
   * Attaches the sink; records of one task are posted by one task, so that they keep their order.
   *
   * @param id of the operator and of its state
   * @return the records that were given up, as dead letters, with each checkpoint
   */
  public <T> DataStream<DeadLetter> attach(
      DataStream<T> records,
      SerializableFunction<T, OutputMessage> message,
      String id,
      TypeInformation<DeadLetter> deadLetters) {
    SingleOutputStreamOperator<CommittableMessage<Undelivered>> written =
        records
            .transform(
                id,
                CommittableMessageTypeInfo.of(Undelivered.Serializer::new),
                new SinkWriterOperatorFactory<T, Undelivered>(new HttpSink<>(this, message)))
            .uid(id);
    if (records.getParallelism() == 1) {
      written.setParallelism(1);
    }
    return written
        .flatMap(this::tell)
        .returns(deadLetters)
        .name(id + "-undelivered")
        .uid(id + "-undelivered");
  }

  private void tell(CommittableMessage<Undelivered> written, Collector<DeadLetter> out) {
    if (written instanceof CommittableWithLineage<Undelivered> undelivered) {
      out.collect(undelivered.getCommittable().toDeadLetter(name));
    }
  }

  /** The name alone. */
  @Override
  public String toString() {
    return "HttpOutput[" + name + "]";
  }
}
