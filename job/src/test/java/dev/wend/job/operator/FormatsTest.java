package dev.wend.job.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wend.compile.CompiledScenario.Version;
import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.event.ActionRecord;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import dev.wend.event.Profile;
import dev.wend.event.TraceKind;
import dev.wend.event.TraceRecord;
import dev.wend.event.TriggerReference;
import dev.wend.job.journey.Customer;
import dev.wend.job.journey.EntryLog;
import dev.wend.job.journey.Instance;
import dev.wend.job.state.ActionRecordSerializer;
import dev.wend.job.state.CustomerEventSerializer;
import dev.wend.job.state.CustomerSerializer;
import dev.wend.job.state.DeadLetterSerializer;
import dev.wend.job.state.TraceRecordSerializer;
import dev.wend.job.state.VersionedSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * State is for ever: what each version of a format has written stays readable. The files below {@code state/v1} were written
 * by the first version; with {@code -Dwend.formats.write=true} a run writes those that are missing, and only those.
 */
class FormatsTest {
  private static final Path FROZEN = Path.of("src/test/resources/state/v1");
  private static final String UUID = "0b7c2a34-9d0e-4f0a-8a41-0f3c5d6e7f80";
  private static final long T = 1_767_607_200_000L;

  /** A value of each format, with all of its parts. */
  record Format<T>(String name, VersionedSerializer<T> serializer, T value) {
    byte[] written() throws IOException {
      return write(value);
    }

    byte[] rewritten(byte[] bytes) throws IOException {
      return write(serializer.deserialize(new DataInputDeserializer(bytes)));
    }

    private byte[] write(T any) throws IOException {
      DataOutputSerializer out = new DataOutputSerializer(64);
      serializer.serialize(any, out);
      return out.getCopyOfBuffer();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Format<?>> formats() {
    return Stream.of(
        new Format<>("customer", CustomerSerializer.INSTANCE, customer()),
        new Format<>(
            "customer-state",
            CustomerState.Serializer.INSTANCE,
            new CustomerState(customer(), T + 3_600_000)),
        new Format<>("unknown-customer", CustomerSerializer.INSTANCE, new Customer("c2")),
        new Format<>("customer-event", CustomerEventSerializer.INSTANCE, event()),
        new Format<>("action", ActionRecordSerializer.INSTANCE, action()),
        new Format<>(
            "trace", TraceRecordSerializer.INSTANCE, trace(new TraceRecord.Decision("yes"))),
        new Format<>(
            "trace-with-reason",
            TraceRecordSerializer.INSTANCE,
            trace(new TraceRecord.Reason("order-completed"))),
        new Format<>("trace-of-erasure", TraceRecordSerializer.INSTANCE, erased()),
        new Format<>(
            "dead-letter",
            DeadLetterSerializer.INSTANCE,
            new DeadLetter("a.jsonl", 7, DeadLetterReason.NO_CUSTOMER, "ż 😀", "{}", true)),
        new Format<>(
            "mark",
            CarriedMarks.Serializer.INSTANCE,
            new CarriedMarks.Mark(3, 127, Long.MIN_VALUE)),
        new Format<Control>("control", Control.Serializer.INSTANCE, new Control.Horizon(T)));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aValueThatWasReadIsWrittenAlike(Format<?> format) throws IOException {
    byte[] written = format.written();
    assertThat(format.rewritten(written)).isEqualTo(written);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void whatTheFirstVersionWroteIsReadable(Format<?> format) throws IOException {
    Path file = FROZEN.resolve(format.name() + ".bin");
    if (Boolean.getBoolean("wend.formats.write") && !Files.exists(file)) {
      Files.createDirectories(FROZEN);
      Files.write(file, format.written());
    }
    assertThat(format.rewritten(Files.readAllBytes(file))).isEqualTo(format.written());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aVersionThatIsNotKnownIsRefused(Format<?> format) throws IOException {
    byte[] newer = format.written();
    newer[0] = (byte) 200;
    assertThatThrownBy(() -> format.rewritten(newer))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("found version 200");
  }

  private static Customer customer() {
    Customer customer = new Customer("zażółć-😀");
    customer.setProfile(
        Profile.EMPTY
            .withTag("loyal")
            .withTag("ważny")
            .withConsent("email", T - 1)
            .after(event(EventKind.SEGMENT_ENTERED, "audience_key", "women"))
            .withFields(
                Json.object().put("age", 41).set("address", Json.object().put("city", "Łódź"))));
    customer.setCarriedTo(T);
    customer.restoreCounters(7, new Customer.RecordPosition(T, 3));
    customer.taken().all().put(UUID, T - 5);
    customer.taken().all().put("no-uuid", T);
    EntryLog log = new EntryLog();
    log.entries().add(T - 9);
    log.entries().add(T);
    customer.entries().put("abandoned-cart", log);
    customer.instances().add(byEvent());
    customer.instances().add(byClock());
    return customer;
  }

  private static Instance byEvent() {
    Instance instance =
        new Instance(
            new Instance.Origin(
                5,
                new Version("abandoned-cart", 3),
                "cart",
                Optional.of(new TriggerReference(UUID, EventKind.PRODUCT_ADDED_TO_CART, T)),
                UUID,
                T,
                T + 1_000_000),
            List.of(TextNode.valueOf("cart-1"), MissingNode.getInstance()),
            List.of(Json.object().put("price", 12.50)),
            OptionalLong.of(T));
    instance.restore(
        new Instance.Wait("opened", T, T + 86_400_000),
        new TreeSet<>(List.of("sms")),
        Map.of(0, new Instance.Matched(), 2, new Instance.Partial(new byte[] {1, -2, 3})));
    return instance;
  }

  private static Instance byClock() {
    return new Instance(
        new Instance.Origin(
            6, new Version("birthday", 1), "day", Optional.empty(), "", T, Instance.NEVER),
        List.of(),
        List.of(),
        OptionalLong.empty());
  }

  private static CustomerEvent event() {
    return new CustomerEvent(
        UUID,
        "c1",
        EventKind.CUSTOM,
        "Play",
        T,
        Json.object().put("title", "Zażółć 😀").put("price", new BigDecimal("1E+300")),
        Channel.OFFLINE,
        4_294_967_295L);
  }

  private static CustomerEvent event(EventKind kind, String property, String value) {
    return new CustomerEvent(
        "m1", "c1", kind, "", T, Json.object().put(property, value), Channel.ONLINE, 0);
  }

  private static ActionRecord action() {
    return new ActionRecord(
        "a1",
        "abandoned-cart",
        3,
        "i1",
        "c1",
        "mail",
        "send-email",
        Channel.OFFLINE,
        T,
        Json.object().put("template", "reminder"),
        Optional.of(new TriggerReference("m1", EventKind.ORDER_COMPLETED, T - 1)),
        2);
  }

  private static TraceRecord trace(TraceRecord.Detail detail) {
    return new TraceRecord(
        TraceKind.DECIDED,
        Optional.of(new TraceRecord.Subject("abandoned-cart", 3, "i1", "opened")),
        "c1",
        T,
        Optional.of(UUID),
        detail,
        4);
  }

  private static TraceRecord erased() {
    return new TraceRecord(
        TraceKind.ERASED, Optional.empty(), "c1", T, Optional.of("m9"), TraceRecord.NO_DETAIL, 0);
  }
}
