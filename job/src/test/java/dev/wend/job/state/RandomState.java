package dev.wend.job.state;

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
import dev.wend.event.Utf8Order;
import dev.wend.job.journey.Customer;
import dev.wend.job.journey.EntryLog;
import dev.wend.job.journey.Instance;
import dev.wend.job.journey.PartialMatches;
import dev.wend.job.journey.PartialMatches.Owner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/** Values of all that is kept in state, the odd ones among them. */
final class RandomState {
  private static final String[] TEXTS = {
    "",
    "a",
    "\u0000",
    "é",
    "\uFFFF",
    "😀",
    "x".repeat(200),
    "a\nb",
    "2B6E6C1E-0000-4000-8000-000000000000"
  };
  private static final long[] NUMBERS = {
    0, 1, -1, 63, 64, -64, -65, 1_767_225_600_000L, Long.MIN_VALUE, Long.MAX_VALUE
  };
  private static final String[] JSON = {
    "{}",
    "{\"a\":null}",
    "{\"b\":1,\"a\":[1.50,true,{\"😀\":\"\\u0000\"}]}",
    "{\"n\":1e300,\"m\":0.1,\"l\":12345678901234567890}"
  };

  private final Random random;

  RandomState(long seed) {
    random = new Random(seed);
  }

  CustomerEvent event() {
    return new CustomerEvent(
        messageId(),
        text(),
        one(EventKind.values()),
        text(),
        number(),
        object(),
        one(Channel.values()),
        number());
  }

  ActionRecord action() {
    return new ActionRecord(
        text(),
        text(),
        number(),
        text(),
        text(),
        text(),
        text(),
        one(Channel.values()),
        number(),
        object(),
        optional(this::trigger),
        number());
  }

  TraceRecord trace() {
    TraceRecord.Detail[] details = {
      TraceRecord.NO_DETAIL, new TraceRecord.Decision(text()), new TraceRecord.Reason(text())
    };
    return new TraceRecord(
        one(TraceKind.values()),
        optional(() -> new TraceRecord.Subject(text(), number(), text(), text())),
        text(),
        number(),
        optional(this::messageId),
        one(details),
        number());
  }

  DeadLetter deadLetter() {
    return new DeadLetter(
        text(), number(), one(DeadLetterReason.values()), text(), text(), random.nextBoolean());
  }

  ControlMessage controlMessage() {
    return new ControlMessage(text(), optional(this::text), optional(this::text));
  }

  Customer customer() {
    Customer customer = new Customer(text());
    if (random.nextInt(4) > 0) {
      customer.setProfile(profile());
    }
    customer.setCarriedTo(number());
    customer.setLastEvent(number());
    customer.restoreCounters(number(), new Customer.RecordPosition(number(), number()));
    for (int count = random.nextInt(4); count > 0; count--) {
      customer.taken().restore(messageId(), number());
    }
    for (int count = random.nextInt(3); count > 0; count--) {
      EntryLog log = new EntryLog();
      log.entries().addAll(some(this::number));
      customer.entries().put(text(), log);
    }
    customer.instances().addAll(some(this::instance));
    for (int count = random.nextInt(3); count > 0; count--) {
      customer
          .partialMatches()
          .put(
              new Owner(new Version(text(), number()), text()),
              new PartialMatches(number(), number(), text().getBytes(StandardCharsets.UTF_8)));
    }
    return customer;
  }

  private Instance instance() {
    Instance.Origin origin =
        new Instance.Origin(
            number(),
            new Version(text(), number()),
            text(),
            optional(this::trigger),
            messageId(),
            number(),
            number());
    Instance instance =
        new Instance(
            origin,
            some(this::value),
            some(this::value),
            random.nextBoolean() ? OptionalLong.of(number()) : OptionalLong.empty());
    SortedMap<Integer, Instance.Progress> progress = new TreeMap<>();
    for (int count = random.nextInt(3); count > 0; count--) {
      byte[] run = new byte[random.nextInt(300)];
      random.nextBytes(run);
      progress.put(
          random.nextInt(200),
          random.nextBoolean() ? new Instance.Matched() : new Instance.Partial(run));
    }
    instance.restore(
        new Instance.Wait(text(), number(), number()), new TreeSet<>(some(this::text)), progress);
    return instance;
  }

  private Profile profile() {
    SortedMap<String, Long> consents = new TreeMap<>(Utf8Order.INSTANCE);
    some(this::text).forEach(consent -> consents.put(consent, number()));
    return new Profile(names(), names(), consents, object());
  }

  private SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(Utf8Order.INSTANCE);
    names.addAll(some(this::text));
    return names;
  }

  private TriggerReference trigger() {
    return new TriggerReference(messageId(), one(EventKind.values()), number());
  }

  private String messageId() {
    return random.nextBoolean()
        ? new UUID(random.nextLong(), random.nextLong()).toString()
        : text();
  }

  private JsonNode value() {
    return random.nextInt(4) == 0 ? MissingNode.getInstance() : object().path("a");
  }

  private ObjectNode object() {
    return (ObjectNode)
        Json.read(JSON[random.nextInt(JSON.length)].getBytes(StandardCharsets.UTF_8));
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  private long number() {
    return random.nextInt(3) == 0 ? random.nextLong() : NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> Optional<T> optional(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> some(Supplier<T> value) {
    List<T> values = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      values.add(value.get());
    }
    return values;
  }
}
