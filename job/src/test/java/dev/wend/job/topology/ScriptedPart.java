package dev.wend.job.topology;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** A partition of a {@link ScriptedSource}, and which record is next. */
record ScriptedPart(int partition, int next) implements SourceSplit {
  @Override
  public String splitId() {
    return Integer.toString(partition);
  }

  /** One in state. */
  static final class Serializer implements SimpleVersionedSerializer<ScriptedPart> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(ScriptedPart part) {
      return new ListSerializer().serialize(List.of(part));
    }

    @Override
    public ScriptedPart deserialize(int version, byte[] bytes) {
      return new ListSerializer().deserialize(version, bytes).get(0);
    }
  }

  /** Several in state. */
  static final class ListSerializer implements SimpleVersionedSerializer<List<ScriptedPart>> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(List<ScriptedPart> parts) {
      ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES * parts.size());
      parts.forEach(part -> bytes.putInt(part.partition()).putInt(part.next()));
      return bytes.array();
    }

    @Override
    public List<ScriptedPart> deserialize(int version, byte[] serialized) {
      ByteBuffer bytes = ByteBuffer.wrap(serialized);
      List<ScriptedPart> parts = new ArrayList<>();
      while (bytes.hasRemaining()) {
        parts.add(new ScriptedPart(bytes.getInt(), bytes.getInt()));
      }
      return parts;
    }
  }
}
