package dev.wend.job.nfa;

import dev.wend.compile.PatternInput;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** One byte an input: conditions never look back, so an event that took part in a match is read back as {@link PatternInput.Past}. */
final class PatternInputSerializer extends TypeSerializerSingleton<PatternInput> {
  static final PatternInputSerializer INSTANCE = new PatternInputSerializer();
  private static final byte ENTRY = 0;
  private static final byte PAST = 1;

  private PatternInputSerializer() {}

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public PatternInput createInstance() {
    return PatternInput.ENTRY;
  }

  @Override
  public PatternInput copy(PatternInput from) {
    return from;
  }

  @Override
  public PatternInput copy(PatternInput from, PatternInput reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return Byte.BYTES;
  }

  @Override
  public void serialize(PatternInput input, DataOutputView target) throws IOException {
    target.writeByte(input instanceof PatternInput.Entry ? ENTRY : PAST);
  }

  @Override
  public PatternInput deserialize(DataInputView source) throws IOException {
    byte which = source.readByte();
    return switch (which) {
      case ENTRY -> PatternInput.ENTRY;
      case PAST -> PatternInput.PAST;
      default -> throw new IOException("no pattern input is written as " + which);
    };
  }

  @Override
  public PatternInput deserialize(PatternInput reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    target.writeByte(source.readByte());
  }

  @Override
  public TypeSerializerSnapshot<PatternInput> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Has nothing to remember: the serializer is always the same one. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<PatternInput> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
