package dev.wend.benchmark;

import dev.wend.benchmark.broker.BrokerProcess;
import dev.wend.benchmark.broker.TopicFilling;
import dev.wend.benchmark.measure.Runs;
import dev.wend.benchmark.measure.TemporaryDirectory;
import dev.wend.benchmark.workload.Workload;
import dev.wend.connectors.kafka.Broker;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A broker in this process. */
@Command(
    name = "broker",
    mixinStandardHelpOptions = true,
    description = "Runs a Kafka broker with a stream in its topic until the input ends.")
final class BrokerCommand implements Callable<Integer> {
  @Option(names = "--customers", required = true)
  private long customers;

  @Option(names = "--hot")
  private boolean hot;

  @Option(names = "--events", required = true, description = "Zero: the topic is empty.")
  private long events;

  @Option(names = "--span", required = true)
  private Duration span;

  @Override
  public Integer call() throws Exception {
    Workload stream =
        new Workload(
            Workload.Form.KAFKA, customers, hot, events, 1, span, 1, Workload.Interest.CARTS, 0);
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (TemporaryDirectory directory = TemporaryDirectory.in(temporary);
        Broker broker = Broker.start(directory.path())) {
      broker.createTopic(BrokerProcess.EVENTS, BrokerProcess.PARTITIONS);
      broker.createTopic(BrokerProcess.ACTIONS, BrokerProcess.PARTITIONS);
      if (events > 0) {
        TopicFilling.fill(broker.client(), stream);
      }
      System.out.println(Runs.OUTCOME + broker.client().get("bootstrap.servers"));
      System.in.transferTo(OutputStream.nullOutputStream());
    }
    return 0;
  }
}
