package dev.wend.benchmark.contestant;

import dev.wend.benchmark.broker.BrokerProcess;
import dev.wend.benchmark.measure.LiveFeed;
import dev.wend.benchmark.measure.PacedSource;
import dev.wend.benchmark.workload.Records;
import dev.wend.benchmark.workload.Workload;
import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.kafka.ClientProperties;
import dev.wend.connectors.kafka.Delivery;
import dev.wend.connectors.kafka.KafkaOutput;
import dev.wend.connectors.nativejson.NativeDecoder;
import dev.wend.connectors.output.MessageFormat;
import dev.wend.event.CustomerEvent;
import dev.wend.job.operator.RecordTypes;
import dev.wend.job.topology.LiveTopology;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;

/** The product as it runs beside a shop: events happen now, actions go to a topic, at least once. */
public final class LiveShop {
  private LiveShop() {}

  /** Lays the job out. */
  public static void lay(
      StreamExecutionEnvironment environment,
      Workload workload,
      String brokers,
      PacedSource.Pace pace) {
    Map<String, String> client = Map.of("bootstrap.servers", brokers);
    KafkaOutput output = new KafkaOutput(ClientProperties.of(client), new Delivery.AtLeastOnce());
    output.attach(
        LiveTopology.build(
                environment, Wend.plan(new PacedSource<>(new Now(workload), pace), workload))
            .actions(),
        BrokerProcess.ACTIONS,
        MessageFormat.actions(),
        "actions",
        "sink-actions",
        new KafkaOutput.Types(RecordTypes.MESSAGE, RecordTypes.DEAD_LETTER));
  }

  private record Now(Workload workload) implements LiveFeed<Either<CustomerEvent, DeadLetter>> {
    private static final long serialVersionUID = 1;

    @Override
    public LongFunction<Either<CustomerEvent, DeadLetter>> open(int reader, int readers) {
      NativeDecoder decoder =
          new NativeDecoder(
              new DecoderSettings(
                  Instant.now().plus(Duration.ofDays(1)),
                  DecoderSettings.DEFAULT_FUTURE_TOLERANCE));
      LongFunction<byte[]> records = Records.live(workload, reader, readers);
      return now -> Either.Left(Records.decode(decoder, records.apply(now)));
    }
  }
}
