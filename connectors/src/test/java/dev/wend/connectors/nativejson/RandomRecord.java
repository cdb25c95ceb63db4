package dev.wend.connectors.nativejson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Records of all shapes, most of them events, as senders might write them. */
final class RandomRecord {
  private static final List<String> SPACES = List.of("", "", "", " ", "\t", "\r\n ");
  private static final List<String> TEXTS =
      List.of(
          "\"\"",
          "\"a\"",
          "\"offline\"",
          "\"off\\u006cine\"",
          "\"self-12\"",
          "\"gr\u00F6\u00DFer\"",
          "\"\u65E5\u672C\u8A9E und mehr\"",
          "\"\uD83D\uDE00\"",
          "\"\\uD83D\\uDE00\"",
          "\"\\uD83D\"",
          "\"\\udE00\"",
          "\"\\u00e9\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
          "\"https://shop.example/women/p1015?color=blue\"",
          "\"https:\\/\\/shop.example\\/\"",
          "\"exactly8\"",
          "\"\uFFFD\"",
          "\"\uFEFF\u2028\"",
          "\"\\u12G4\"",
          "\"\\x\"",
          "\"tab\tinside\"");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "1",
          "-17",
          "1.50",
          "0.10",
          "-0.0",
          "1e2",
          "1E+2",
          "1.5e-7",
          "12345678901",
          "12345678901234567890",
          "1e308",
          "1e309",
          "01",
          "+1",
          ".5",
          "1.",
          "--1",
          "1e",
          "NaN",
          "9".repeat(299),
          "9".repeat(308),
          "9".repeat(310),
          "0." + "3".repeat(400));
  private static final List<String> WORDS = List.of("null", "true", "false", "nul", "True");
  private static final List<String> NAMES =
      List.of(
          "url",
          "path",
          "referrer",
          "name",
          "consent",
          "channel",
          "action_id",
          "product_id",
          "p",
          "page",
          "context",
          "properties",
          "gr\u00F6\u00DFe",
          "\uD83D\uDE00",
          "n\\u0061me",
          "",
          "a_name_of_16_byt",
          "a_longer_name_than_two_words",
          "\\ud800",
          "\\\"");
  private static final List<String> TYPES =
      List.of(
          "page", "page", "screen", "identify", "track", "track", "track", "group", "p\\u0061ge");
  private static final List<String> EVENTS =
      List.of("Product Added", "Unsubscribed", "Order Completed", "Else", "Gr\u00F6\u00DFe", "");
  private static final List<String> TIMES =
      List.of(
          "\"2025-03-01T10:00:00Z\"",
          "\"2025-03-01T10:00:00.123456Z\"",
          "\"2025-02-28T23:59:59.9+01:00\"",
          "\"2025-02-29T00:00:00Z\"",
          "\"2024-02-29T00:00Z\"",
          "\"2025-03-01t10:00:00z\"",
          "\"2025-03-01T10:00:00\"",
          "\"2025-03-01T10:00:00+0530\"",
          "\"9999-12-31T23:59:59Z\"",
          "\"0000-01-01T00:00:00+01:00\"",
          "1740823200000",
          "1740823200000.5",
          "-1",
          "1e12",
          "99999999999999",
          "null",
          "\"\"");

  private final Random random;

  RandomRecord(Random random) {
    this.random = random;
  }

  /** One record. */
  String text() {
    List<String> members = new ArrayList<>();
    members.add(member("type", quoted(one(TYPES))));
    rarely(() -> members.remove(0));
    often(members, "event", quoted(one(EVENTS)));
    often(members, "messageId", often() ? "\"m1\"" : scalar());
    often(members, "userId", often() ? "\"u1\"" : scalar());
    often(members, "anonymousId", often() ? "\"a-1\"" : scalar());
    often(members, "timestamp", often() ? "\"2025-03-01T10:00:00.5Z\"" : one(TIMES));
    often(members, "context", often() ? context() : value(2));
    often(members, "properties", often() ? object(2) : value(2));
    often(members, "traits", often() ? object(1) : value(1));
    rarely(() -> members.add(member("name", scalar())));
    rarely(() -> members.add(member(one(NAMES), value(3))));
    rarely(() -> members.add(members.get(random.nextInt(members.size()))));
    Collections.shuffle(members, random);
    return space() + braced("{", members, "}") + space();
  }

  private String context() {
    List<String> members = new ArrayList<>();
    often(members, "page", often() ? object(1) : value(1));
    rarely(() -> members.add(member("channel", scalar())));
    rarely(() -> members.add(member(one(NAMES), value(1))));
    return braced("{", members, "}");
  }

  private String value(int depth) {
    int kind = random.nextInt(depth > 0 ? 5 : 3);
    if (kind < 3) {
      return scalar();
    }
    List<String> elements =
        IntStream.range(0, random.nextInt(4)).mapToObj(index -> value(depth - 1)).toList();
    return kind == 3 ? object(depth) : braced("[", elements, "]");
  }

  private String object(int depth) {
    List<String> names = new ArrayList<>(NAMES.subList(0, often() ? 14 : NAMES.size()));
    Collections.shuffle(names, random);
    List<String> members = new ArrayList<>();
    for (String name : names.subList(0, random.nextInt(8))) {
      members.add(member(name, value(depth - 1)));
    }
    return braced("{", members, "}");
  }

  private String scalar() {
    return switch (random.nextInt(8)) {
      case 0 -> one(WORDS.subList(0, often() ? 3 : WORDS.size()));
      case 1, 2 -> one(NUMBERS.subList(0, often() ? 12 : NUMBERS.size()));
      default -> one(TEXTS.subList(0, often() ? 9 : TEXTS.size()));
    };
  }

  private String member(String name, String value) {
    return quoted(name) + space() + ":" + space() + value;
  }

  private String braced(String opening, List<String> parts, String closing) {
    return opening + space() + String.join(space() + "," + space(), parts) + space() + closing;
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private String space() {
    return often() ? "" : one(SPACES);
  }

  private void often(List<String> members, String name, String value) {
    if (often()) {
      members.add(member(name, value));
    }
  }

  private void rarely(Runnable change) {
    if (!often()) {
      change.run();
    }
  }

  private boolean often() {
    return random.nextInt(12) > 0;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
