package dev.wend.job.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** Begins each value with the version of its format, so that all former ones stay readable. */
public abstract class VersionedSerializer<T> extends TypeSerializerSingleton<T> {
  private static final int COPY_BUFFER = 256;

  /** The version that is written, 1 to 255. */
  protected abstract int version();

  /** Writes the current version. */
  protected abstract void write(T value, DataOutputView out) throws IOException;

  /** Reads a version from 1 to the current one. */
  protected abstract T read(int version, DataInputView in) throws IOException;

  @Override
  public final void serialize(T value, DataOutputView out) throws IOException {
    out.writeByte(version());
    write(value, out);
  }

  @Override
  public final T deserialize(DataInputView in) throws IOException {
    int version = in.readUnsignedByte();
    if (version < 1 || version > version()) {
      throw new IOException(
          getClass().getSimpleName()
              + " reads versions 1 to "
              + version()
              + ", found version "
              + version
              + ": state of a newer release");
    }
    return read(version, in);
  }

  @Override
  public final T deserialize(T reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public final T copy(T from) {
    if (isImmutableType()) {
      return from;
    }
    try {
      DataOutputSerializer out = new DataOutputSerializer(COPY_BUFFER);
      serialize(from, out);
      return deserialize(new DataInputDeserializer(out.getSharedBuffer(), 0, out.length()));
    } catch (IOException impossible) {
      throw new IllegalStateException("a value in memory could not be copied", impossible);
    }
  }

  @Override
  public final T copy(T from, T reuse) {
    return copy(from);
  }

  @Override
  public final void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public final T createInstance() {
    throw new IllegalStateException("values are only ever read");
  }

  @Override
  public final int getLength() {
    return -1;
  }
}
