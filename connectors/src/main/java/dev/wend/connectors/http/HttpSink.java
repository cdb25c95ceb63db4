package dev.wend.connectors.http;

import dev.wend.connectors.output.OutputMessage;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.function.SerializableFunction;

/** Flink's asynchronous sink; what it commits are the records that it gave up, for whoever keeps them. */
final class HttpSink<T> extends AsyncSinkBase<T, HttpRecord>
    implements SupportsCommitter<Undelivered> {
  /** What a request may carry, unless one record alone is larger. */
  static final long BATCH_BYTES = 4L * 1024 * 1024;

  private static final long LONGEST_WAIT_FOR_A_BATCH = 200;
  private static final long BEYOND_TIMEOUT = 60_000;
  private static final long serialVersionUID = 1;

  private final HttpOutput output;

  HttpSink(HttpOutput output, SerializableFunction<T, OutputMessage> message) {
    super(
        (written, context) -> HttpRecord.of(message.apply(written)),
        output.batchSize(),
        1,
        2 * output.batchSize(),
        BATCH_BYTES,
        LONGEST_WAIT_FOR_A_BATCH,
        BATCH_BYTES,
        output.timeout().toMillis() + BEYOND_TIMEOUT,
        false);
    this.output = output;
  }

  @Override
  public HttpWriter<T> createWriter(WriterInitContext context) {
    return writer(context, List.of());
  }

  @Override
  public StatefulSinkWriter<T, BufferedRequestState<HttpRecord>> restoreWriter(
      WriterInitContext context, Collection<BufferedRequestState<HttpRecord>> state) {
    return writer(context, state);
  }

  private HttpWriter<T> writer(
      WriterInitContext context, Collection<BufferedRequestState<HttpRecord>> state) {
    Pace pace =
        new Pace(
            getMaxBatchSize(),
            output.backoff(),
            context.getProcessingTimeService()::getCurrentProcessingTime);
    return new HttpWriter<>(
        getElementConverter(), context, output, configuration(pace), pace, state);
  }

  private AsyncSinkWriterConfiguration configuration(Pace pace) {
    return AsyncSinkWriterConfiguration.builder()
        .setMaxBatchSize(getMaxBatchSize())
        .setMaxBatchSizeInBytes(getMaxBatchSizeInBytes())
        .setMaxInFlightRequests(getMaxInFlightRequests())
        .setMaxBufferedRequests(getMaxBufferedRequests())
        .setMaxTimeInBufferMS(getMaxTimeInBufferMS())
        .setMaxRecordSizeInBytes(getMaxRecordSizeInBytes())
        .setRequestTimeoutMS(getRequestTimeoutMS())
        .setFailOnTimeout(getFailOnTimeout())
        .setRateLimitingStrategy(pace)
        .build();
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<HttpRecord>> getWriterStateSerializer() {
    return new HttpRecordsSerializer();
  }

  @Override
  public Committer<Undelivered> createCommitter(CommitterInitContext context) {
    throw new UnsupportedOperationException("undelivered records go to the dead letters");
  }

  @Override
  public SimpleVersionedSerializer<Undelivered> getCommittableSerializer() {
    return new Undelivered.Serializer();
  }
}
