package dev.wend.connectors.kafka;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.Decoded;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.event.CustomerEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Events on the left, dead letters on the right; these name {@code topic/partition} and the offset. */
final class EventDeserializer implements KafkaRecordDeserializationSchema<Message> {
  private static final long serialVersionUID = 1;

  private final RecordFormat format;
  private final Duration futureTolerance;
  private final Clock clock;
  private transient MessageDecoder decoder;

  EventDeserializer(RecordFormat format, Duration futureTolerance, Clock clock) {
    this.format = format;
    this.futureTolerance = futureTolerance;
    this.clock = clock;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context)
      throws InvalidMappingException {
    decoder = MessageDecoder.of(format);
  }

  /** One element for every message, so that the reader knows how far it has come. */
  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Message> out) {
    DecoderSettings settings = new DecoderSettings(clock.instant(), futureTolerance);
    List<Either<CustomerEvent, DeadLetter>> contents = new ArrayList<>(1);
    for (Decoded decoded : decoder.decode(message, settings)) {
      if (decoded instanceof Decoded.Event read) {
        contents.add(Either.Left(read.event()));
      } else if (decoded instanceof Decoded.Rejected rejected) {
        contents.add(Either.Right(letter(message, rejected)));
      }
    }
    out.collect(new Message(message.offset() + 1, contents));
  }

  private static DeadLetter letter(
      ConsumerRecord<byte[], byte[]> message, Decoded.Rejected rejected) {
    byte[] text = message.value() == null ? new byte[0] : message.value();
    String source = message.topic() + "/" + message.partition();
    return DeadLetter.of(source, message.offset(), rejected.reason(), rejected.detail(), text);
  }

  @Override
  public TypeInformation<Message> getProducedType() {
    return TypeInformation.of(Message.class);
  }
}
