package dev.wend.job.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wend.connectors.kafka.Broker;
import dev.wend.connectors.kafka.ClientProperties;
import dev.wend.connectors.kafka.ControlMessage;
import dev.wend.connectors.kafka.ControlTopic;
import dev.wend.event.Json;
import dev.wend.event.StatusRecord;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Answers what comes by the control topic, in place of a job. */
final class JobStandIn implements AutoCloseable {
  private static final long PAUSE_MILLIS = 100;
  private static final long PATIENCE_SECONDS = 30;

  private final Broker broker;
  private final ControlTopic control;
  private final String statusTopic;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Future<?> answering;

  JobStandIn(
      Broker broker,
      String controlTopic,
      String statusTopic,
      Function<ControlMessage, List<StatusRecord>> answers)
      throws Exception {
    this.broker = broker;
    this.statusTopic = statusTopic;
    control = new ControlTopic(ClientProperties.of(broker.client()), controlTopic);
    control.ensureExists();
    answering = thread.submit(() -> answer(answers));
  }

  private Void answer(Function<ControlMessage, List<StatusRecord>> answers) throws Exception {
    int answered = 0;
    while (!closed.get()) {
      List<ControlMessage> messages = control.read().messages();
      for (ControlMessage message : messages.subList(answered, messages.size())) {
        for (StatusRecord answer : answers.apply(message)) {
          say(broker, statusTopic, answer);
        }
      }
      answered = messages.size();
      Thread.sleep(PAUSE_MILLIS);
    }
    return null;
  }

  static void say(Broker broker, String topic, StatusRecord record) throws Exception {
    String key = record.scenarioId().orElse("progress/");
    broker.send(topic, key, new String(Json.bytes(record.toJson()), UTF_8));
  }

  @Override
  public void close() throws Exception {
    closed.set(true);
    thread.shutdown();
    answering.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
