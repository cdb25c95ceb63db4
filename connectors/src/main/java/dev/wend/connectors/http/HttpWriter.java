package dev.wend.connectors.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts the records of a task. It never waits for a pause to end but when it is full; and when it is full and the endpoint
 * has had all its retries, the oldest records are given up, so that a job outlives its endpoints.
 */
final class HttpWriter<T> extends AsyncSinkWriter<T, HttpRecord>
    implements CommittingSinkWriter<T, Undelivered> {
  private static final Logger LOG = LoggerFactory.getLogger(HttpWriter.class);

  private final HttpOutput output;
  private final Pace pace;
  private final RetryQueue queue;
  private final MailboxExecutor mailbox;
  private final ProcessingTimeService timers;
  private final Counter errors;
  private final Endpoint endpoint;
  private final int capacity;
  private List<Undelivered> undelivered = new ArrayList<>();
  private Future<?> request = CompletableFuture.completedFuture(false);
  private Future<?> alarm = CompletableFuture.completedFuture(false);

  HttpWriter(
      ElementConverter<T, HttpRecord> converter,
      WriterInitContext context,
      HttpOutput output,
      AsyncSinkWriterConfiguration configuration,
      Pace pace,
      Collection<BufferedRequestState<HttpRecord>> state) {
    this(
        converter,
        context,
        output,
        configuration,
        pace,
        new RetryQueue(pace, output.batchSize(), configuration.getMaxBatchSizeInBytes()),
        state);
  }

  private HttpWriter(
      ElementConverter<T, HttpRecord> converter,
      WriterInitContext context,
      HttpOutput output,
      AsyncSinkWriterConfiguration configuration,
      Pace pace,
      RetryQueue queue,
      Collection<BufferedRequestState<HttpRecord>> state) {
    super(converter, context, configuration, state, queue, queue);
    this.output = output;
    this.pace = pace;
    this.queue = queue;
    this.mailbox = context.getMailboxExecutor();
    this.timers = context.getProcessingTimeService();
    this.errors = context.metricGroup().getNumRecordsSendErrorsCounter();
    this.endpoint = new Endpoint(output);
    this.capacity = configuration.getMaxBufferedRequests();
  }

  @Override
  protected long getSizeInBytes(HttpRecord written) {
    return Math.min(written.json().length, HttpSink.BATCH_BYTES);
  }

  @Override
  public void write(T element, Context context) throws IOException, InterruptedException {
    while (queue.held() >= capacity) {
      makeRoom();
    }
    super.write(element, context);
  }

  @Override
  public void flush(boolean endOfInput) throws InterruptedException {
    super.flush(endOfInput);
    while (endOfInput && queue.held() > 0) {
      makeRoom();
      super.flush(true);
    }
  }

  private void makeRoom() throws InterruptedException {
    if (pace.isPaused() && pace.isFailing()) {
      giveUp(queue.take().getBatchEntries(), "not tried: the endpoint has been failing");
    } else {
      mailbox.yield();
    }
  }

  @Override
  protected void submitRequestEntries(List<HttpRecord> batch, ResultHandler<HttpRecord> handler) {
    request =
        endpoint
            .post(batch)
            .thenAccept(
                reply -> mailbox.execute(() -> settle(reply, batch, handler), "settle a request"));
  }

  private void settle(Reply reply, List<HttpRecord> batch, ResultHandler<HttpRecord> handler) {
    switch (reply.verdict()) {
      case DELIVERED -> {
        answered();
        handler.complete();
      }
      case REFUSED -> {
        answered();
        if (batch.size() > 1) {
          handler.retryForEntries(halves(batch));
        } else {
          giveUp(batch, reply.detail());
          handler.complete();
        }
      }
      case FAILED -> {
        pause(reply.retryAfter());
        if (batch.get(0).attempts() < output.retries()) {
          handler.retryForEntries(batch.stream().map(HttpRecord::failedOnceMore).toList());
        } else {
          giveUpOn(batch, reply);
          handler.complete();
        }
      }
      case DENIED -> {
        pause(reply.retryAfter());
        giveUpOn(batch, reply);
        handler.complete();
      }
    }
  }

  /** Each half under a key of its own. */
  private static List<HttpRecord> halves(List<HttpRecord> batch) {
    int middle = batch.size() / 2;
    List<HttpRecord> halves = new ArrayList<>(IdempotencyKey.given(batch.subList(0, middle)));
    halves.addAll(IdempotencyKey.given(batch.subList(middle, batch.size())));
    return halves;
  }

  private void answered() {
    if (pace.isFailing()) {
      LOG.info("The endpoint of sink {} answers again", output.name());
    }
    pace.answered();
  }

  private void giveUpOn(List<HttpRecord> batch, Reply reply) {
    if (!pace.isFailing()) {
      LOG.warn("The endpoint of sink {} fails: {}", output.name(), reply.detail());
    }
    pace.gaveUp();
    giveUp(batch, reply.detail());
  }

  private void giveUp(List<HttpRecord> batch, String detail) {
    errors.inc(batch.size());
    batch.forEach(each -> undelivered.add(new Undelivered(each.json(), detail)));
  }

  private void pause(Duration retryAfter) {
    pace.failed(retryAfter);
    alarm = timers.registerTimer(pace.pausedUntil(), now -> sendAgain());
  }

  private void sendAgain() throws InterruptedException {
    if (!pace.isPaused()) {
      super.flush(true);
    }
  }

  @Override
  public Collection<Undelivered> prepareCommit() {
    List<Undelivered> handedOver = undelivered;
    undelivered = new ArrayList<>();
    return handedOver;
  }

  @Override
  public void close() {
    request.cancel(false);
    alarm.cancel(false);
    endpoint.close();
    super.close();
  }
}
