package dev.wend.connectors.kafka;

import dev.wend.connectors.Checksum;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.Decoded;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.InvalidRecordException;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.connectors.mapping.MappedTopics;
import dev.wend.connectors.nativejson.NativeDecoder;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Messages to events, several of one message where a mapping says so. The key of a message is never looked at. */
final class MessageDecoder {
  private interface Content {
    List<Decoded> decode(
        String topic, MessageContent content, long checksum, DecoderSettings settings);
  }

  private final Content format;

  private MessageDecoder(Content format) {
    this.format = format;
  }

  static MessageDecoder of(RecordFormat format) throws InvalidMappingException {
    if (format instanceof RecordFormat.Mapped mapped) {
      MappedTopics topics = mapped.topics();
      return new MessageDecoder(
          (topic, content, checksum, settings) ->
              topics.decode(topic, content.bytes(), checksum, content.defaults(), settings));
    }
    return new MessageDecoder(
        (topic, content, checksum, settings) ->
            List.of(
                new NativeDecoder(settings).decode(content.bytes(), checksum, content.defaults())));
  }

  List<Decoded> decode(ConsumerRecord<byte[], byte[]> message, DecoderSettings settings) {
    byte[] value = message.value();
    if (value == null) {
      return List.of(new Decoded.Rejected(DeadLetterReason.NO_VALUE, "a message without value"));
    }
    try {
      MessageContent content = MessageContent.of(value, message.headers());
      return format.decode(message.topic(), content, Checksum.of(value), settings);
    } catch (InvalidRecordException unreadable) {
      return List.of(unreadable.rejected());
    }
  }
}
