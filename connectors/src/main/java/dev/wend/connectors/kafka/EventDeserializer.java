package dev.wend.connectors.kafka;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.Decoded;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.event.CustomerEvent;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Events on the left, dead letters on the right; these name {@code topic/partition} and the offset. */
final class EventDeserializer
    implements KafkaRecordDeserializationSchema<Either<CustomerEvent, DeadLetter>> {
  private static final long serialVersionUID = 1;

  private final RecordFormat format;
  private final Duration futureTolerance;
  private final Clock clock;
  private final TypeInformation<Either<CustomerEvent, DeadLetter>> type;
  private transient MessageDecoder decoder;

  EventDeserializer(
      RecordFormat format,
      Duration futureTolerance,
      Clock clock,
      TypeInformation<Either<CustomerEvent, DeadLetter>> type) {
    this.format = format;
    this.futureTolerance = futureTolerance;
    this.clock = clock;
    this.type = type;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context)
      throws InvalidMappingException {
    decoder = MessageDecoder.of(format);
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> message, Collector<Either<CustomerEvent, DeadLetter>> out) {
    DecoderSettings settings = new DecoderSettings(clock.instant(), futureTolerance);
    for (Decoded decoded : decoder.decode(message, settings)) {
      if (decoded instanceof Decoded.Event read) {
        out.collect(Either.Left(read.event()));
      } else if (decoded instanceof Decoded.Rejected rejected) {
        out.collect(Either.Right(letter(message, rejected)));
      }
    }
  }

  private static DeadLetter letter(
      ConsumerRecord<byte[], byte[]> message, Decoded.Rejected rejected) {
    byte[] text = message.value() == null ? new byte[0] : message.value();
    String source = message.topic() + "/" + message.partition();
    return DeadLetter.of(source, message.offset(), rejected.reason(), rejected.detail(), text);
  }

  @Override
  public TypeInformation<Either<CustomerEvent, DeadLetter>> getProducedType() {
    return type;
  }
}
