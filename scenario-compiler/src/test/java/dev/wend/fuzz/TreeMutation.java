package dev.wend.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes a document at random places, so that it still is JSON. */
final class TreeMutation {
  private final Random random;
  private final List<JsonNode> pool = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();

  /** Takes values and keys also from {@code others}. */
  TreeMutation(Random random, List<JsonNode> others) {
    this.random = random;
    others.forEach(this::collect);
  }

  private void collect(JsonNode value) {
    pool.add(value);
    value.fieldNames().forEachRemaining(keys::add);
    value.forEach(this::collect);
  }

  /** A document that differs in a few places. */
  JsonNode of(JsonNode document) {
    JsonNode changed = document.deepCopy();
    for (int change = random.nextInt(3); change >= 0; change--) {
      List<ContainerNode<?>> places = new ArrayList<>();
      containers(changed, places);
      change(places.get(random.nextInt(places.size())));
    }
    return changed;
  }

  private static void containers(JsonNode value, List<ContainerNode<?>> found) {
    if (value instanceof ContainerNode<?> container) {
      found.add(container);
      container.forEach(part -> containers(part, found));
    }
  }

  private void change(ContainerNode<?> place) {
    if (place instanceof ObjectNode object) {
      change(object);
    } else if (place instanceof ArrayNode list) {
      change(list);
    }
  }

  private void change(ObjectNode object) {
    List<String> own = new ArrayList<>();
    object.fieldNames().forEachRemaining(own::add);
    String key = own.isEmpty() || random.nextInt(5) == 0 ? any(keys) : any(own);
    switch (random.nextInt(8)) {
      case 0 -> object.remove(key);
      case 1 -> object.set(any(keys), value());
      case 2 -> object.set(key, Json.MAPPER.createArrayNode().add(object.path(key).deepCopy()));
      case 3 -> object.set(key, Json.object().set("not", object.path(key).deepCopy()));
      default -> object.set(key, value());
    }
  }

  private void change(ArrayNode list) {
    int at = list.isEmpty() ? 0 : random.nextInt(list.size());
    switch (random.nextInt(6)) {
      case 0 -> list.removeAll();
      case 1 -> list.remove(at);
      case 2 -> list.insert(at, value());
      case 3 -> list.add(list.path(at).deepCopy());
      case 4 -> list.addAll(list.deepCopy());
      default -> list.insert(at, any(pool).deepCopy());
    }
  }

  private JsonNode value() {
    return switch (random.nextInt(12)) {
      case 0 -> Json.MAPPER.nullNode();
      case 1 -> Json.MAPPER.valueToTree(random.nextBoolean());
      case 2 -> Json.MAPPER.createArrayNode();
      case 3 -> Json.object();
      case 4, 5 -> number();
      case 6 -> text();
      default -> any(pool).deepCopy();
    };
  }

  private JsonNode number() {
    List<BigDecimal> numbers =
        List.of(
            BigDecimal.ZERO,
            BigDecimal.ONE.negate(),
            new BigDecimal("0.5"),
            new BigDecimal("1.0"),
            new BigDecimal("1e3"),
            new BigDecimal("1e-999999999"),
            new BigDecimal("-1e999999999"),
            BigDecimal.valueOf(Integer.MAX_VALUE),
            BigDecimal.valueOf(Long.MAX_VALUE),
            new BigDecimal(BigInteger.TEN.pow(900)));
    return Json.MAPPER.getNodeFactory().numberNode(any(numbers));
  }

  private JsonNode text() {
    List<String> texts =
        List.of(
            "",
            " ",
            "\u0000",
            "\uFEFFid",
            "\u2028",
            "\u202Edne",
            "\uD83D\uDE00",
            "\uD83D",
            "a\r\nb",
            "x".repeat(10_000),
            "(".repeat(2_000),
            "(a{1000}){1000}",
            "(?i)[^",
            "/~2",
            "/a//b",
            "~",
            "trigger:/",
            "profile:/fields/~01",
            "event:",
            "P1000000000D",
            "-P1D",
            "PT0.0001S",
            "P366001D",
            "2026-02-30T00:00",
            "+999999999-01-01T00:00",
            "2026-03-29T02:30",
            "24:00",
            "02-29",
            "Etc/GMT+14",
            "GMT+25",
            "Z",
            "../..",
            "trigger",
            "__proto__");
    return Json.MAPPER.getNodeFactory().textNode(any(texts));
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
