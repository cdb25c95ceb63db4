package dev.wend.job.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * What every serializer of state must do. The bytes of each version lie in {@code src/test/resources/state}; they are written
 * once, by a run with {@code -Dwend.state.freeze=true}, which writes files that are missing and changes none.
 */
public final class SerializerCheck {
  private static final Path FROZEN = Path.of("src/test/resources/state");
  private static final boolean FREEZES = Boolean.getBoolean("wend.state.freeze");

  private SerializerCheck() {}

  /** The value as it is read again, of which all ways of writing and copying give the same bytes. */
  public static <T> T roundTrip(TypeSerializer<T> serializer, T value) throws IOException {
    byte[] bytes = write(serializer, value);
    T read = read(serializer, bytes);
    assertThat(write(serializer, read)).isEqualTo(bytes);
    assertThat(write(serializer, serializer.copy(value))).isEqualTo(bytes);
    DataOutputSerializer copy = new DataOutputSerializer(bytes.length);
    serializer.copy(new DataInputDeserializer(bytes), copy);
    assertThat(copy.getCopyOfBuffer()).isEqualTo(bytes);
    var snapshot = serializer.snapshotConfiguration();
    assertThat(snapshot.restoreSerializer()).isEqualTo(serializer);
    assertThat(
            serializer
                .snapshotConfiguration()
                .resolveSchemaCompatibility(snapshot)
                .isCompatibleAsIs())
        .isTrue();
    return read;
  }

  /**
   * The value as it is read from the bytes of a generation of the formats, which still are the bytes that are written.
   *
   * @param generation the latest one in which these bytes changed
   */
  public static <T> T frozen(String generation, String name, TypeSerializer<T> serializer, T value)
      throws IOException {
    Path file = FROZEN.resolve(generation).resolve(name + ".bin");
    if (FREEZES && Files.notExists(file)) {
      Files.createDirectories(file.getParent());
      Files.write(file, write(serializer, value));
    }
    byte[] bytes = Files.readAllBytes(file);
    assertThat(write(serializer, value)).as("what is written today").isEqualTo(bytes);
    return read(serializer, bytes);
  }

  /** {@link #frozen(String, String, TypeSerializer, Object)} of bytes that never changed. */
  public static <T> T frozen(String name, TypeSerializer<T> serializer, T value)
      throws IOException {
    return frozen("v1", name, serializer, value);
  }

  /** What bytes of an earlier generation are read as, which are written otherwise today. */
  public static <T> T outdated(String generation, String name, TypeSerializer<T> serializer)
      throws IOException {
    return read(serializer, Files.readAllBytes(FROZEN.resolve(generation).resolve(name + ".bin")));
  }

  /** Versions that no release up to this one wrote are refused by name. */
  public static <T> void refusesUnknownVersions(TypeSerializer<T> serializer, T value)
      throws IOException {
    byte[] bytes = write(serializer, value);
    for (int version : new int[] {0, bytes[0] + 1, 255}) {
      byte[] other = bytes.clone();
      other[0] = (byte) version;
      assertThatThrownBy(() -> read(serializer, other))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(serializer.getClass().getSimpleName())
          .hasMessageContaining("found version " + version);
    }
  }

  /** Whatever is cut off is noticed. */
  public static <T> void refusesWhatIsCutOff(TypeSerializer<T> serializer, T value)
      throws IOException {
    byte[] bytes = write(serializer, value);
    for (int length = 0; length < bytes.length; length++) {
      DataInputDeserializer in = new DataInputDeserializer(bytes, 0, length);
      assertThatThrownBy(() -> serializer.deserialize(in)).isInstanceOf(IOException.class);
    }
  }

  private static <T> byte[] write(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  private static <T> T read(TypeSerializer<T> serializer, byte[] bytes) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    T value = serializer.deserialize(in);
    assertThat(in.available()).as("bytes left").isZero();
    return value;
  }
}
