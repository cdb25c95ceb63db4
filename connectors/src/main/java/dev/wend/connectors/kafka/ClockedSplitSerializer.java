package dev.wend.connectors.kafka;

import java.io.IOException;
import java.util.OptionalLong;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** The partition as the connector writes it, with its version and length before it; then the newest timestamp. */
final class ClockedSplitSerializer implements SimpleVersionedSerializer<KafkaPartitionSplit> {
  private static final int VERSION = 1;
  private static final int USUAL_LENGTH = 64;

  private final KafkaPartitionSplitSerializer inner = new KafkaPartitionSplitSerializer();

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(KafkaPartitionSplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(USUAL_LENGTH);
    byte[] bytes = inner.serialize(split);
    out.writeInt(inner.getVersion());
    out.writeInt(bytes.length);
    out.write(bytes);
    OptionalLong newest = ClockedSplit.newest(split);
    out.writeBoolean(newest.isPresent());
    if (newest.isPresent()) {
      out.writeLong(newest.getAsLong());
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public KafkaPartitionSplit deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException("a partition of version " + version + ", not " + VERSION);
    }
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    int innerVersion = in.readInt();
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    OptionalLong newest = in.readBoolean() ? OptionalLong.of(in.readLong()) : OptionalLong.empty();
    return new ClockedSplit(inner.deserialize(innerVersion, bytes), newest);
  }
}
