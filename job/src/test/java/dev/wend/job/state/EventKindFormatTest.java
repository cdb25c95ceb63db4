package dev.wend.job.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wend.event.EventKind;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventKindFormatTest {
  @ParameterizedTest
  @EnumSource
  void everyKindIsReadAsItWasWritten(EventKind kind) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1);
    EventKindFormat.write(kind, out);

    assertThat(EventKindFormat.read(new DataInputDeserializer(out.getCopyOfBuffer())))
        .isEqualTo(kind);
    assertThat(out.length()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{1} has the number {0} for ever")
  @CsvSource({
    "0, page-visited",
    "4, product-added-to-cart",
    "6, order-completed",
    "13, email-opened",
    "20, push-bounced",
    "25, profile-updated",
    "28, customer-erased",
    "29, custom"
  })
  void numbersNeverChange(int number, String kind) throws IOException {
    assertThat(EventKindFormat.read(new DataInputDeserializer(new byte[] {(byte) number})).id())
        .isEqualTo(kind);
  }

  @Test
  void anUnknownNumberIsRefused() {
    byte[] unknown = {(byte) EventKindFormat.NUMBERED.size()};

    assertThatThrownBy(() -> EventKindFormat.read(new DataInputDeserializer(unknown)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("30");
  }
}
