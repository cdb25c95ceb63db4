package dev.wend.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Partitions in savepoints: these bytes are read for ever. */
class ClockedSplitSerializerTest {
  private static final ClockedSplitSerializer SERIALIZER = new ClockedSplitSerializer();

  static Stream<Arguments> splits() {
    TopicPartition partition = new TopicPartition("events", 3);
    KafkaPartitionSplit endless = new KafkaPartitionSplit(partition, 17);
    KafkaPartitionSplit ending = new KafkaPartitionSplit(partition, -2, 40);
    return Stream.of(
        Arguments.of(
            new ClockedSplit(endless, OptionalLong.of(1_767_225_600_000L)),
            "000000000000001c00066576656e7473000000030000000000000011800000000000000001"
                + "0000019b76daa800"),
        Arguments.of(
            new ClockedSplit(ending, OptionalLong.of(-1)),
            "000000000000001c00066576656e747300000003fffffffffffffffe000000000000002801"
                + "ffffffffffffffff"),
        Arguments.of(
            endless, "000000000000001c00066576656e7473000000030000000000000011800000000000000000"));
  }

  @ParameterizedTest
  @MethodSource("splits")
  void writesAndReadsVersionOne(KafkaPartitionSplit split, String hex) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex);

    assertThat(HexFormat.of().formatHex(SERIALIZER.serialize(split))).isEqualTo(hex);
    assertThat(SERIALIZER.getVersion()).isOne();

    KafkaPartitionSplit read = SERIALIZER.deserialize(1, bytes);
    assertThat(read).isEqualTo(split);
    assertThat(ClockedSplit.newest(read)).isEqualTo(ClockedSplit.newest(split));
  }

  @Test
  void refusesVersionsThatItDoesNotKnow() {
    assertThatIOException().isThrownBy(() -> SERIALIZER.deserialize(2, new byte[0]));
  }
}
