package dev.wend.job.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "cart", "Grüße", "購入"})
  void areTheSameObjectsAsInDocuments(String name) throws IOException {
    assertThat(read(name)).isSameAs(name.intern());
    assertThat(read(name)).isSameAs(name.intern());
  }

  @ParameterizedTest
  @ValueSource(ints = {127, 128, 129, 1_000})
  void mayBeLong(int length) throws IOException {
    assertThat(read("a".repeat(length))).isEqualTo("a".repeat(length));
  }

  private static String read(String name) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(16);
    Wire.writeText(name, out);
    return Names.read(new DataInputDeserializer(out.getCopyOfBuffer()));
  }
}
