package dev.wend.job.state;

import static dev.wend.job.state.SerializerCheck.roundTrip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.compile.CompiledScenario.Version;
import dev.wend.connectors.output.OutputMessage;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.EventProperties;
import dev.wend.event.Profile;
import dev.wend.event.TriggerReference;
import dev.wend.job.journey.Customer;
import dev.wend.job.journey.Instance;
import dev.wend.job.journey.TakenMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsReadIsWhatWasWritten(long seed) throws IOException {
    RandomState random = new RandomState(seed);
    var event = random.event();
    var action = random.action();
    var trace = random.trace();
    var letter = random.deadLetter();
    Customer customer = random.customer();
    var control = random.controlMessage();

    assertThat(roundTrip(CustomerEventSerializer.INSTANCE, event)).isEqualTo(event);
    assertThat(roundTrip(ActionRecordSerializer.INSTANCE, action)).isEqualTo(action);
    assertThat(roundTrip(TraceRecordSerializer.INSTANCE, trace)).isEqualTo(trace);
    assertThat(roundTrip(DeadLetterSerializer.INSTANCE, letter)).isEqualTo(letter);
    assertThat(roundTrip(ControlMessageSerializer.INSTANCE, control)).isEqualTo(control);
    for (OutputMessage message : List.of(OutputMessage.of(action), OutputMessage.of(letter))) {
      assertThat(roundTrip(OutputMessageSerializer.INSTANCE, message))
          .usingRecursiveComparison()
          .isEqualTo(message);
    }
    assertThat(roundTrip(CustomerSerializer.INSTANCE, customer))
        .usingRecursiveComparison()
        .withEqualsForType(Profile::equals, Profile.class)
        .isEqualTo(customer);
  }

  /** What is known of the action id comes along, so that nobody has to look for one that is not there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"a\":1}",
        "{\"action_id\":\"self-1\"}",
        "{\"action_id\":null}",
        "{\"action\\u005fid\":\"self-1\"}"
      })
  void anEchoIsReadAsOne(String properties) throws IOException {
    byte[] json = properties.getBytes(StandardCharsets.UTF_8);
    CustomerEvent event =
        new CustomerEvent(
            "m",
            "c",
            EventKind.TAG_ADDED,
            "",
            1,
            EventProperties.of(json, 0, json.length),
            Channel.OFFLINE,
            2);
    CustomerEvent read = roundTrip(CustomerEventSerializer.INSTANCE, event);

    assertThat(read.isEcho()).isEqualTo(event.isEcho());
    assertThat(read.property("action_id")).isEqualTo(event.property("action_id"));
    assertThat(read).isEqualTo(event);
  }

  @Test
  void unknownVersionsAreRefused() throws IOException {
    RandomState random = new RandomState(1);
    SerializerCheck.refusesUnknownVersions(CustomerEventSerializer.INSTANCE, random.event());
    SerializerCheck.refusesUnknownVersions(ActionRecordSerializer.INSTANCE, random.action());
    SerializerCheck.refusesUnknownVersions(TraceRecordSerializer.INSTANCE, random.trace());
    SerializerCheck.refusesUnknownVersions(DeadLetterSerializer.INSTANCE, random.deadLetter());
    SerializerCheck.refusesUnknownVersions(
        ControlMessageSerializer.INSTANCE, random.controlMessage());
    SerializerCheck.refusesUnknownVersions(CustomerSerializer.INSTANCE, random.customer());
  }

  @Test
  void whatIsCutOffIsRefused() throws IOException {
    for (long seed = 1; seed <= 5; seed++) {
      RandomState random = new RandomState(seed);
      SerializerCheck.refusesWhatIsCutOff(CustomerEventSerializer.INSTANCE, random.event());
      SerializerCheck.refusesWhatIsCutOff(ActionRecordSerializer.INSTANCE, random.action());
      SerializerCheck.refusesWhatIsCutOff(TraceRecordSerializer.INSTANCE, random.trace());
      SerializerCheck.refusesWhatIsCutOff(DeadLetterSerializer.INSTANCE, random.deadLetter());
      SerializerCheck.refusesWhatIsCutOff(
          ControlMessageSerializer.INSTANCE, random.controlMessage());
      SerializerCheck.refusesWhatIsCutOff(CustomerSerializer.INSTANCE, random.customer());
    }
  }

  @Test
  void aCopyOfACustomerIsItsOwn() {
    Customer customer = new RandomState(3).customer();
    Customer copy = CustomerSerializer.INSTANCE.copy(customer);

    copy.instances().clear();
    copy.taken().restore("another", 1L);

    assertThat(customer.instances()).isNotEmpty();
    assertThat(customer.taken().all())
        .extracting(TakenMessages.Taken::messageId)
        .doesNotContain("another");
  }

  @Test
  void messageIdsThatAreUuidsTakeSixteenBytes() throws IOException {
    Customer one = new Customer("c");
    one.setCarriedTo(0);
    one.taken().restore(new UUID(1, 2).toString(), 0);
    Customer two = new Customer("c");
    two.setCarriedTo(0);
    two.taken().restore(new UUID(1, 2).toString(), 0);
    two.taken().restore(new UUID(1, 3).toString(), 0);

    assertThat(length(two) - length(one)).isEqualTo(1 + 1 + 16 + 1);
  }

  @Test
  void aMessageIdThatInstancesNameIsWrittenOnce() throws IOException {
    Customer customer = new Customer("c");
    customer.setCarriedTo(0);
    customer.instances().add(waiting(new UUID(1, 2).toString()));
    int before = length(customer);
    customer.instances().add(waiting(new UUID(1, 2).toString()));
    int instance = length(customer) - before;
    customer.taken().restore(new UUID(1, 2).toString(), 0);

    assertThat(instance).isLessThan(30);
    assertThat(length(customer) - before - instance).isEqualTo(1 + 1 + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 17, 300})
  void manyMessageIdsAreReadAsTheyWereWritten(int count) throws IOException {
    Customer customer = new Customer("c");
    customer.setCarriedTo(0);
    for (int index = 0; index < count; index++) {
      customer.instances().add(waiting("m" + index));
      customer.taken().restore("m" + 2 * index, index);
    }

    assertThat(roundTrip(CustomerSerializer.INSTANCE, customer))
        .usingRecursiveComparison()
        .withEqualsForType(Profile::equals, Profile.class)
        .isEqualTo(customer);
  }

  private static Instance waiting(String messageId) {
    return new Instance(
        new Instance.Origin(
            0,
            new Version("cart", 1),
            "added",
            Optional.of(new TriggerReference(messageId, EventKind.CUSTOM, 0)),
            messageId,
            0,
            1),
        List.of(),
        List.of(),
        OptionalLong.empty());
  }

  private static int length(Customer customer) throws IOException {
    var out = new DataOutputSerializer(64);
    CustomerSerializer.INSTANCE.serialize(customer, out);
    return out.length();
  }

  @Test
  void aCustomerOfWhomNothingIsKnownIsSmall() throws IOException {
    assertThat(length(new Customer("customer-1"))).isLessThan(45);
  }
}
