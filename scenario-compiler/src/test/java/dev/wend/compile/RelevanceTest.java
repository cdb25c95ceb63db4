package dev.wend.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import dev.wend.event.Profile;
import dev.wend.matcher.Comparison;
import dev.wend.matcher.EventFilter;
import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.EventSelector;
import dev.wend.matcher.Literal;
import dev.wend.matcher.MatchContext;
import dev.wend.matcher.Operand;
import dev.wend.matcher.Operator;
import dev.wend.matcher.Reference;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.matcher.Where;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import dev.wend.scenario.Settings;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The index against the plain definition: each matcher is asked. */
class RelevanceTest {
  private static final int ROUNDS = 2_000;
  private static final int EVENTS = 40;
  private static final List<String> SELECTORS =
      List.of("page-visited", "custom", "order-completed", "product-bought", "product-viewed");
  private static final List<EventKind> KINDS =
      List.of(
          EventKind.PAGE_VISITED,
          EventKind.CUSTOM,
          EventKind.ORDER_COMPLETED,
          EventKind.PRODUCT_VIEWED,
          EventKind.TAG_ADDED,
          EventKind.SCREEN_VIEWED);
  private static final List<String> VALUES =
      List.of(
          "\"a\"", "\"A\"", "\"b\"", "1", "1.0", "\"1\"", "null", "true", "[\"a\"]", "{\"a\":1}");
  private static final List<String> LISTS =
      List.of("[\"a\",\"b\"]", "[\"a\",1]", "[]", "[1,null]", "\"a\"");
  private static final List<Operator> OPERATORS =
      List.of(Operator.EQ, Operator.EQ, Operator.EQ, Operator.NE, Operator.IN, Operator.EXISTS);

  private final Random random = new Random(1);

  /** What a profile says is never there. */
  private static final MatchContext NOBODY =
      new MatchContext() {
        @Override
        public JsonNode resolve(Reference reference) {
          return Json.object().path("nothing");
        }

        @Override
        public Profile profile() {
          return Profile.EMPTY;
        }

        @Override
        public Optional<SentMessage> sent(String nodeId) {
          return Optional.empty();
        }
      };

  @Test
  void concernsWhatSomeMatcherConcerns() {
    int concerned = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<EventMatcher> matchers = new ArrayList<>();
      for (int count = random.nextInt(4); count >= 0; count--) {
        matchers.add(matcher());
      }
      Relevance relevance = Relevance.of(matchers.stream().map(RelevanceTest::scenario).toList());
      for (int count = 0; count < EVENTS; count++) {
        CustomerEvent event = event();
        boolean expected =
            event.kind().changesProfile()
                || matchers.stream().anyMatch(matcher -> matcher.mayConcern(event));
        assertThat(relevance.concerns(event)).as("%s by %s", event, matchers).isEqualTo(expected);
        concerned += expected ? 1 : 0;
      }
    }
    assertThat(concerned).isBetween(ROUNDS * EVENTS / 10, ROUNDS * EVENTS * 9 / 10);
  }

  @Test
  void findsEveryMatcherThatHolds() {
    int held = 0;
    for (int round = 0; round < ROUNDS * EVENTS; round++) {
      EventMatcher matcher = matcher();
      EventIndex<EventMatcher> index = new EventIndex<>();
      index.add(Cue.of(matcher), matcher);
      CustomerEvent event = event();
      if (matcher.holds(event, NOBODY)) {
        held++;
        assertThat(index.any(event, (found, same) -> true)).as("%s by %s", event, matcher).isTrue();
      }
    }
    assertThat(held).isGreaterThan(1_000);
  }

  private EventMatcher matcher() {
    EventSelector selector = EventSelector.of(one(SELECTORS)).orElseThrow();
    Map<EventFilter, Comparison> filters = new EnumMap<>(EventFilter.class);
    for (EventFilter filter : EventFilter.values()) {
      if (filter.appliesTo(selector.kind()) && random.nextInt(3) > 0) {
        filters.put(filter, comparison());
      }
    }
    List<Where> where =
        random.nextBoolean()
            ? List.of()
            : List.of(new Where.Property(JsonPointer.compile("/sku"), comparison()));
    return new EventMatcher(
        selector,
        random.nextInt(4) == 0 ? Optional.of(one(List.of(Channel.values()))) : Optional.empty(),
        filters,
        random.nextInt(3) == 0 ? Set.of("a", "1") : Set.of(),
        where,
        Optional.empty(),
        true);
  }

  private Comparison comparison() {
    Operator operator = one(OPERATORS);
    if (operator == Operator.EXISTS) {
      return Comparison.of(operator, Comparison.NOTHING);
    }
    Operand operand =
        random.nextInt(6) == 0
            ? new Reference(Reference.Source.PROFILE, JsonPointer.compile("/fields/a"))
            : new Literal(json(one(operator == Operator.IN ? LISTS : VALUES)));
    return Comparison.of(operator, operand);
  }

  private CustomerEvent event() {
    EventKind kind = one(KINDS);
    String name = kind == EventKind.CUSTOM ? one(List.of("a", "A", "b", "1")) : "";
    String properties =
        "{\"url\":%s,\"sku\":%s,\"product_id\":%s,\"products\":%s}"
            .formatted(one(VALUES), one(VALUES), one(VALUES), products());
    return Events.event(kind, name, properties, one(List.of(Channel.values())));
  }

  private String products() {
    return switch (random.nextInt(4)) {
      case 0 -> one(VALUES);
      case 1 -> "[{\"sku\":" + one(VALUES) + "},{\"product_id\":" + one(VALUES) + "}]";
      case 2 -> "[{\"sku\":null,\"product_id\":null}," + one(VALUES) + "]";
      default -> "[]";
    };
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static JsonNode json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static CompiledScenario scenario(EventMatcher matcher) {
    Node start =
        new Node.Trigger("start", new TriggerMatcher.OnEvent(matcher), Optional.empty(), "done");
    return new CompiledScenario(
        new Scenario(
            "s",
            1,
            "S",
            "",
            Scenario.Status.ACTIVE,
            ZoneOffset.UTC,
            Optional.empty(),
            Optional.empty(),
            Settings.DEFAULT,
            List.of(start)),
        List.of(),
        Map.of(),
        new CompiledScenario.Captures(List.of(), List.of()));
  }
}
