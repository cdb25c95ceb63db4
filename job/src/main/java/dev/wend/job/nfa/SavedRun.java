package dev.wend.job.nfa;

import dev.wend.compile.PatternInput;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.NFAStateSerializer;
import org.apache.flink.cep.nfa.sharedbuffer.EventId;
import org.apache.flink.cep.nfa.sharedbuffer.Lockable;
import org.apache.flink.cep.nfa.sharedbuffer.NodeId;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferNode;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferNodeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** A run as bytes: a version, then the NFA's state and the shared buffer's three maps, each part as Flink writes it. */
record SavedRun(NFAState state, RunMemory memory, boolean progressed) {
  private static final byte VERSION = 1;
  private static final int USUAL_LENGTH = 256;
  private static final NFAStateSerializer STATE = new NFAStateSerializer();
  private static final TypeSerializer<EventId> EVENT_ID = EventId.EventIdSerializer.INSTANCE;
  private static final TypeSerializer<NodeId> NODE_ID = new NodeId.NodeIdSerializer();
  private static final TypeSerializer<Lockable<PatternInput>> EVENT =
      new Lockable.LockableTypeSerializer<>(PatternInputSerializer.INSTANCE);
  private static final TypeSerializer<Lockable<SharedBufferNode>> ENTRY =
      new Lockable.LockableTypeSerializer<>(new SharedBufferNodeSerializer());

  byte[] toBytes() {
    DataOutputSerializer target = new DataOutputSerializer(USUAL_LENGTH);
    try {
      target.writeByte(VERSION);
      target.writeBoolean(progressed);
      STATE.serialize(state, target);
      write(memory.events, EVENT_ID, EVENT, target);
      write(memory.entries, NODE_ID, ENTRY, target);
      write(memory.counts, LongSerializer.INSTANCE, IntSerializer.INSTANCE, target);
    } catch (IOException e) {
      throw new IllegalStateException("a run could not be written to memory", e);
    }
    return target.getCopyOfBuffer();
  }

  static SavedRun fromBytes(byte[] saved) {
    DataInputDeserializer source = new DataInputDeserializer(saved);
    try {
      byte version = source.readByte();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            "a saved run of version " + version + " is unknown; known: " + VERSION);
      }
      boolean progressed = source.readBoolean();
      NFAState state = STATE.deserialize(source);
      RunMemory memory = new RunMemory();
      read(memory.events, EVENT_ID, EVENT, source);
      read(memory.entries, NODE_ID, ENTRY, source);
      read(memory.counts, LongSerializer.INSTANCE, IntSerializer.INSTANCE, source);
      if (source.available() > 0) {
        throw new IllegalArgumentException(
            source.available() + " bytes too many behind a saved run");
      }
      return new SavedRun(state, memory, progressed);
    } catch (IOException e) {
      throw new IllegalArgumentException("a saved run could not be read", e);
    }
  }

  private static <K, V> void write(
      Map<K, V> map, TypeSerializer<K> keys, TypeSerializer<V> values, DataOutputView target)
      throws IOException {
    target.writeInt(map.size());
    for (Map.Entry<K, V> entry : map.entrySet()) {
      keys.serialize(entry.getKey(), target);
      values.serialize(entry.getValue(), target);
    }
  }

  private static <K, V> void read(
      Map<K, V> map, TypeSerializer<K> keys, TypeSerializer<V> values, DataInputView source)
      throws IOException {
    int size = source.readInt();
    for (int i = 0; i < size; i++) {
      K key = keys.deserialize(source);
      map.put(key, values.deserialize(source));
    }
  }
}
