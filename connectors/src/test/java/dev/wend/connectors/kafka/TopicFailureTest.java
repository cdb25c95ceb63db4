package dev.wend.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TopicFailureTest {
  private static final String SECRET = "hunter2";

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new TimeoutException(SECRET), "no answer from the brokers kafka-1:9092"),
        Arguments.of(new UnknownTopicOrPartitionException(SECRET), "have no topic 'control'"),
        Arguments.of(new InvalidTopicException(SECRET), "no topic can be named 'control'"),
        Arguments.of(new SaslAuthenticationException(SECRET), "do not let the client in"),
        Arguments.of(new TopicAuthorizationException(SECRET), "no right to do this"),
        Arguments.of(new RecordTooLargeException(SECRET), "larger than the topic 'control' takes"),
        Arguments.of(new IllegalStateException(SECRET), "'control': IllegalStateException"),
        Arguments.of(
            new KafkaException("made", new IllegalArgumentException(SECRET)),
            "does not take the client's properties"),
        Arguments.of(
            new KafkaException("made", new ConfigException("no urls in bootstrap.servers")),
            "no broker can be found at kafka-1:9092"),
        Arguments.of(
            new KafkaException(SECRET, new ConfigException("sasl.jaas.config", SECRET)),
            "does not take the client's properties: sasl.jaas.config"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureIsToldWithoutSecrets(Exception failure, String expected) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", "kafka-1:9092");
    properties.put("sasl.jaas.config", SECRET);
    TopicFailure told = new TopicFailure("control", properties);

    assertThat(told.of(failure)).hasMessageContaining(expected).hasMessageNotContaining(SECRET);
    if (failure instanceof KafkaException && failure.getCause() != null) {
      assertThat(told.of(failure)).hasNoCause();
    }
    assertThat(told.of(new ExecutionException(failure))).hasMessage(told.of(failure).getMessage());
  }
}
