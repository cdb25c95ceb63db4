package dev.wend.job.state;

import static dev.wend.job.state.SerializerCheck.frozen;
import static dev.wend.job.state.SerializerCheck.outdated;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.compile.CompiledScenario.Version;
import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.kafka.ControlMessage;
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
import dev.wend.job.journey.PartialMatches;
import dev.wend.job.journey.PartialMatches.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What any version wrote is read for ever. */
class FrozenStateTest {
  private static final String UUID = "6f1c2a3e-0b4d-4c5e-8f60-718293a4b5c6";
  private static final long T = 1_767_225_600_000L;
  private static final TriggerReference TRIGGER =
      new TriggerReference(UUID, EventKind.PRODUCT_ADDED_TO_CART, T);

  @Test
  void event() throws IOException {
    CustomerEvent event =
        new CustomerEvent(
            UUID,
            "anna",
            EventKind.CUSTOM,
            "Signed Up",
            T,
            object("{\"plan\":\"größer\",\"price\":12.50,\"none\":null}"),
            Channel.OFFLINE,
            4_294_967_295L);

    assertThat(outdated("v1", "customer-event", CustomerEventSerializer.INSTANCE)).isEqualTo(event);
    assertThat(outdated("v4", "customer-event", CustomerEventSerializer.INSTANCE)).isEqualTo(event);
    assertThat(frozen("v5", "customer-event", CustomerEventSerializer.INSTANCE, event))
        .isEqualTo(event);
  }

  @Test
  void action() throws IOException {
    ActionRecord action =
        new ActionRecord(
            "self-0011",
            "abandoned-cart",
            3,
            "00ff",
            "anna",
            "mail",
            "send-email",
            Channel.ONLINE,
            T,
            object("{\"template\":\"cart\",\"data\":{\"price\":1.0}}"),
            Optional.of(TRIGGER),
            2);

    assertThat(frozen("action", ActionRecordSerializer.INSTANCE, action)).isEqualTo(action);
  }

  @Test
  void trace() throws IOException {
    TraceRecord decided =
        new TraceRecord(
            TraceKind.DECIDED,
            Optional.of(new TraceRecord.Subject("abandoned-cart", 3, "00ff", "opened")),
            "anna",
            T,
            Optional.of("m1"),
            new TraceRecord.Decision("yes"),
            1);
    TraceRecord erased =
        new TraceRecord(
            TraceKind.ERASED,
            Optional.empty(),
            "anna",
            -T,
            Optional.empty(),
            TraceRecord.NO_DETAIL,
            0);

    assertThat(frozen("trace-decided", TraceRecordSerializer.INSTANCE, decided)).isEqualTo(decided);
    assertThat(frozen("trace-erased", TraceRecordSerializer.INSTANCE, erased)).isEqualTo(erased);
  }

  @Test
  void deadLetter() throws IOException {
    DeadLetter letter =
        new DeadLetter("a.jsonl", 7, DeadLetterReason.NO_CUSTOMER, "no customer", "{}", true);

    assertThat(frozen("dead-letter", DeadLetterSerializer.INSTANCE, letter)).isEqualTo(letter);
  }

  @Test
  void controlMessages() throws IOException {
    ControlMessage document =
        new ControlMessage("control/0@17", Optional.of("größer"), Optional.of("{}"));
    ControlMessage stop = new ControlMessage("control/0@18", Optional.empty(), Optional.empty());

    assertThat(frozen("control-message-document", ControlMessageSerializer.INSTANCE, document))
        .isEqualTo(document);
    assertThat(frozen("control-message-stop", ControlMessageSerializer.INSTANCE, stop))
        .isEqualTo(stop);
  }

  @Test
  void customers() throws IOException {
    Customer unknown = new Customer("nobody");
    Customer known = customer();

    assertThat(outdated("v1", "customer-unknown", CustomerSerializer.INSTANCE))
        .usingRecursiveComparison()
        .withEqualsForType(Profile::equals, Profile.class)
        .isEqualTo(unknown);
    assertThat(outdated("v1", "customer", CustomerSerializer.INSTANCE))
        .usingRecursiveComparison()
        .withEqualsForType(Profile::equals, Profile.class)
        .isEqualTo(known);
  }

  @Test
  void customersWithPartialMatches() throws IOException {
    Customer unknown = new Customer("nobody");
    Customer known = customer();
    known
        .partialMatches()
        .put(
            new Owner(new Version("left-cart", 2), "start"),
            new PartialMatches(T + 1, T + 2, new byte[] {1, 2, 3}));

    assertThat(outdated("v2", "customer-unknown", CustomerSerializer.INSTANCE))
        .usingRecursiveComparison()
        .withEqualsForType(Profile::equals, Profile.class)
        .isEqualTo(unknown);
    assertThat(outdated("v2", "customer", CustomerSerializer.INSTANCE))
        .usingRecursiveComparison()
        .withEqualsForType(Profile::equals, Profile.class)
        .isEqualTo(known);
  }

  @Test
  void customersWithTheirLastEvent() throws IOException {
    Customer unknown = new Customer("nobody");
    Customer known = customer();
    known.setLastEvent(T - 3);

    assertThat(outdated("v3", "customer-unknown", CustomerSerializer.INSTANCE))
        .usingRecursiveComparison()
        .withEqualsForType(Profile::equals, Profile.class)
        .isEqualTo(unknown);
    assertThat(outdated("v3", "customer", CustomerSerializer.INSTANCE))
        .usingRecursiveComparison()
        .withEqualsForType(Profile::equals, Profile.class)
        .isEqualTo(known);
  }

  @Test
  void customersWithoutWhatIsAbsent() throws IOException {
    Customer unknown = new Customer("nobody");
    Customer known = customer();
    known.setLastEvent(T - 3);
    known.instances().add(ofCart());
    known
        .partialMatches()
        .put(
            new Owner(new Version("left-cart", 2), "start"),
            new PartialMatches(T + 1, T + 2, new byte[] {1, 2, 3}));

    assertThat(frozen("v4", "customer-unknown", CustomerSerializer.INSTANCE, unknown))
        .usingRecursiveComparison()
        .withEqualsForType(Profile::equals, Profile.class)
        .isEqualTo(unknown);
    assertThat(frozen("v4", "customer", CustomerSerializer.INSTANCE, known))
        .usingRecursiveComparison()
        .withEqualsForType(Profile::equals, Profile.class)
        .isEqualTo(known);
  }

  /** Versions 1 and 2 knew no more of the last event than that it was not after the last step. */
  private static Customer customer() {
    Customer customer = new Customer("anna");
    customer.setProfile(
        Profile.EMPTY
            .withTag("loyal")
            .withConsent("email", T - 1)
            .withFields(object("{\"name\":\"Anna\",\"loyalty\":{\"points\":120}}")));
    customer.setCarriedTo(T);
    customer.setLastEvent(T);
    customer.restoreCounters(2, new Customer.RecordPosition(T, 5));
    customer.taken().restore(UUID, T - 10);
    customer.taken().restore("m2", T);
    EntryLog log = new EntryLog();
    log.entries().addAll(List.of(T - 100, T));
    customer.entries().put("abandoned-cart", log);
    customer.instances().add(ofEvent());
    customer.instances().add(ofClock());
    return customer;
  }

  private static Instance ofEvent() {
    Instance instance =
        new Instance(
            new Instance.Origin(
                0, new Version("abandoned-cart", 3), "cart", Optional.of(TRIGGER), UUID, T, T + 9),
            List.of(object("{\"a\":1}").path("a"), MissingNode.getInstance()),
            List.<JsonNode>of(object("{\"b\":[true]}")),
            OptionalLong.of(T));
    instance.restore(
        new Instance.Wait("opened", T, T + 5),
        new TreeSet<>(List.of("mail", "sms")),
        Map.of(0, new Instance.Matched(), 2, new Instance.Partial(new byte[] {1, 0, -1})));
    return instance;
  }

  private static Instance ofClock() {
    return new Instance(
        new Instance.Origin(
            1, new Version("birthday", 1), "day", Optional.empty(), "", T, Instance.NEVER),
        List.of(),
        List.of(),
        OptionalLong.empty());
  }

  /** As most who wait: nothing is known but who entered by which event. */
  private static Instance ofCart() {
    Instance instance =
        new Instance(
            new Instance.Origin(
                2, new Version("cart", 1), "added", Optional.of(TRIGGER), UUID, T, T + 7),
            List.of(),
            List.of(),
            OptionalLong.of(T));
    instance.restore(new Instance.Wait("ordered", T, T + 5), new TreeSet<>(), Map.of());
    return instance;
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) Json.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
