package dev.wend.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents that are large in one way each; their names say in which. */
final class HugeDocuments {
  private static final String BOUGHT = "{\"event\":\"order-completed\"}";

  private HugeDocuments() {}

  /** Those that compile. */
  static Map<String, Supplier<String>> good() {
    Map<String, Supplier<String>> documents = new LinkedHashMap<>();
    documents.put("chain of 5,000 actions", () -> chain(5_000, HugeDocuments::tag));
    documents.put(
        "chain of 5,000 conditions",
        () -> chain(5_000, at -> condition(at, ",\"within\":\"PT1H\"")));
    documents.put("chain of 3,000 conditions behind one delay", () -> behindDelay(3_000, 1));
    documents.put("chain of 400 diamonds behind one delay", () -> behindDelay(400, 2));
    documents.put("chain of 2,000 delays", () -> chain(2_000, HugeDocuments::delay));
    documents.put("2,000 delays before 20 conditions", HugeDocuments::delaysBeforeConditions);
    documents.put("wait-for of 2,000 branches", () -> waitFor(2_000));
    documents.put("split of 20,000 branches", () -> split(20_000));
    documents.put("5,000 triggers", () -> triggers(5_000));
    documents.put("1,000 questions about one message", () -> messages(1_000));
    documents.put("data of 20,000 names", () -> data(20_000));
    documents.put("name of 900,000 characters", () -> named("x".repeat(900_000)));
    documents.put("where of 20,000 entries", () -> where(20_000));
    documents.put("profile matcher of 90 levels", HugeDocuments::deepProfile);
    documents.put("exitWhen of 1,000 beside 1,000 conditions", HugeDocuments::exits);
    documents.put("pattern of 1,000 steps", () -> pattern(1_000, ""));
    documents.put("pattern of 10 steps of 1,000 times", () -> pattern(10, ",\"times\":1000"));
    documents.put("5 MB of blanks", () -> named("x") + " \n".repeat(2_500_000));
    return documents;
  }

  /** Those that have errors. */
  static Map<String, Supplier<String>> bad() {
    Map<String, Supplier<String>> documents = new LinkedHashMap<>();
    documents.put("nothing but 2,000,000 brackets", () -> "[".repeat(2_000_000));
    documents.put("1,000,000 numbers as nodes", () -> document("0,".repeat(999_999) + "0"));
    documents.put("1,000,000 empty objects as nodes", () -> document("{},".repeat(999_999) + "{}"));
    documents.put("200,000 unknown keys", () -> keys(200_000, "key"));
    documents.put("one key 200,000 times", () -> keys(200_000, ""));
    documents.put("5,000 nodes that lead nowhere", HugeDocuments::nowhere);
    documents.put("20,000 nodes with one id", () -> document(joined(20_000, at -> end("x"))));
    documents.put("cycle of 5,000 nodes", () -> cycles(5_000, 5_000));
    documents.put("2,500 cycles", () -> cycles(5_000, 2));
    documents.put("expression of 400,000 brackets", () -> expression("(".repeat(400_000)));
    documents.put(
        "expression of 20,000 levels",
        () -> expression("(".repeat(20_000) + "a" + ")".repeat(20_000)));
    documents.put(
        "expression repeated 10^12 times", () -> expression("(((a{1000}){1000}){1000}){1000}"));
    documents.put("expression of 900,000 letters", () -> expression("[a-z]".repeat(180_000)));
    documents.put("digits without end", () -> document("9".repeat(5_000_000)));
    documents.put("text without end", () -> "\"" + "\\ud800".repeat(1_000_000));
    documents.put("duration of 900,000 digits", () -> delayed("PT0." + "9".repeat(900_000) + "H"));
    documents.put("pattern of 5,000 steps of 1,000 times", () -> pattern(5_000, ",\"times\":1000"));
    documents.put("21 MB of blanks", () -> named("x") + " ".repeat(21_000_000));
    return documents;
  }

  private static String chain(int length, IntFunction<String> node) {
    return document(trigger(0) + "," + joined(length, node) + "," + end("n" + length));
  }

  private static String tag(int at) {
    return "{\"id\":\"n%d\",\"type\":\"add-tag\",\"tag\":\"t\",\"next\":\"n%d\"}"
        .formatted(at, at + 1);
  }

  private static String delay(int at) {
    return "{\"id\":\"n%d\",\"type\":\"delay\",\"for\":\"PT1H\",\"next\":\"n%d\"}"
        .formatted(at, at + 1);
  }

  private static String condition(int at, String more) {
    return condition("n" + at, "n" + (at + 1), "n" + (at + 1), more);
  }

  private static String condition(String id, String yes, String no, String more) {
    return "{\"id\":\"%s\",\"type\":\"condition\",\"if\":%s,\"yes\":\"%s\",\"no\":\"%s\"%s}"
        .formatted(id, BOUGHT, yes, no, more);
  }

  /** Each layer has {@code wide} conditions, each of which leads to the first and the last of the next layer. */
  private static String behindDelay(int layers, int wide) {
    String conditions =
        joined(
            layers * wide,
            at -> {
              int next = at / wide + 1;
              String yes = next == layers ? "end" : "c" + next * wide;
              String no = next == layers ? "end" : "c" + (next * wide + wide - 1);
              return condition("c" + at, yes, no, "");
            });
    String fork =
        "{\"id\":\"n1\",\"type\":\"condition\",\"if\":{\"tag\":\"t\"},\"yes\":\"c0\",\"no\":\"c%d\"}"
            .formatted(wide - 1);
    return document(String.join(",", trigger(0), delay(0), fork, conditions, end("end")));
  }

  private static String delaysBeforeConditions() {
    int delays = 2_000;
    String branches = joined(delays, at -> "{\"weight\":1,\"next\":\"d" + at + "\"}");
    String split = "{\"id\":\"n0\",\"type\":\"split\",\"branches\":[" + branches + "]}";
    String waits =
        joined(
            delays,
            at -> "{\"id\":\"d" + at + "\",\"type\":\"delay\",\"for\":\"P1D\",\"next\":\"c0\"}");
    String conditions = joined(20, at -> condition("c" + at, "c" + (at + 1), "c" + (at + 1), ""));
    return document(String.join(",", trigger(0), split, waits, conditions, end("c20")));
  }

  private static String waitFor(int branches) {
    String each = joined(branches, at -> "{\"if\":" + BOUGHT + ",\"next\":\"end\"}");
    return document(
        trigger(0)
            + ",{\"id\":\"n0\",\"type\":\"wait-for\",\"branches\":["
            + each
            + "],\"within\":\"P1D\",\"else\":\"end\"},"
            + end("end"));
  }

  private static String split(int branches) {
    String each = joined(branches, at -> "{\"weight\":2147483647,\"next\":\"end\"}");
    return document(
        trigger(0)
            + ",{\"id\":\"n0\",\"type\":\"split\",\"branches\":["
            + each
            + "]},"
            + end("end"));
  }

  private static String triggers(int count) {
    return document(joined(count, HugeDocuments::trigger) + "," + end("n0"));
  }

  private static String trigger(int at) {
    return "{\"id\":\"t%d\",\"type\":\"trigger\",\"on\":%s,\"next\":\"n0\"}".formatted(at, BOUGHT);
  }

  private static String messages(int count) {
    String mail = "{\"id\":\"n0\",\"type\":\"send-email\",\"template\":\"t\",\"next\":\"c0\"}";
    String questions =
        joined(
            count,
            at ->
                "{\"id\":\"c%d\",\"type\":\"condition\",\"if\":{\"event\":\"email-opened\",\"of\":\"n0\"},\"within\":\"P1D\",\"yes\":\"c%d\",\"no\":\"c%d\"}"
                    .formatted(at, at + 1, at + 1));
    return document(String.join(",", trigger(0), mail, questions, end("c" + count)));
  }

  private static String data(int names) {
    String each =
        joined(names, at -> "\"k" + at + "\":{\"from\":\"trigger:/properties/k" + at + "\"}");
    return document(
        trigger(0)
            + ",{\"id\":\"n0\",\"type\":\"webhook\",\"url\":\"u\",\"data\":{"
            + each
            + "},\"next\":\"end\"},"
            + end("end"));
  }

  private static String where(int entries) {
    String each = joined(entries, at -> "{\"property\":\"/p" + at + "\",\"op\":\"exists\"}");
    return document(
        "{\"id\":\"t\",\"type\":\"trigger\",\"on\":{\"event\":\"order-completed\",\"where\":["
            + each
            + "]},\"next\":\"end\"},"
            + end("end"));
  }

  private static String expression(String expression) {
    return document(
        "{\"id\":\"t\",\"type\":\"trigger\",\"on\":{\"event\":\"order-completed\",\"where\":[{\"property\":\"/p\",\"op\":\"matches\",\"value\":\""
            + expression
            + "\"}]},\"next\":\"end\"},"
            + end("end"));
  }

  private static String deepProfile() {
    int levels = 90;
    return document(
        "{\"id\":\"t\",\"type\":\"trigger\",\"on\":"
            + BOUGHT
            + ",\"when\":"
            + "{\"not\":".repeat(levels)
            + "{\"tag\":\"x\"}"
            + "}".repeat(levels)
            + ",\"next\":\"end\"},"
            + end("end"));
  }

  private static String exits() {
    String exits = joined(1_000, at -> "{\"event\":\"custom\",\"name\":\"e" + at + "\"}");
    String conditions = joined(1_000, at -> condition(at, ",\"within\":\"PT1H\""));
    return document(
        ",\"settings\":{\"exitWhen\":[" + exits + "]}",
        trigger(0) + "," + conditions + "," + end("n1000"));
  }

  private static String pattern(int steps, String more) {
    String each = joined(steps, at -> "{\"event\":\"page-visited\"" + more + "}");
    return document(
        "{\"id\":\"t\",\"type\":\"trigger\",\"on\":{\"pattern\":{\"steps\":["
            + each
            + "],\"within\":\"P1D\"}},\"next\":\"end\"},"
            + end("end"));
  }

  private static String keys(int count, String name) {
    String each = joined(count, at -> "\"" + name + (name.isEmpty() ? "" : at) + "\":0");
    return "{" + each + "}";
  }

  private static String nowhere() {
    return document(joined(5_000, at -> tag(at).replace("\"next\":\"n", "\"next\":\"m")));
  }

  /** Nodes of which each {@code size} lead round. */
  private static String cycles(int count, int size) {
    return document(
        joined(
            count,
            at -> {
              int next = at % size == size - 1 ? at - size + 1 : at + 1;
              return "{\"id\":\"n%d\",\"type\":\"add-tag\",\"tag\":\"t\",\"next\":\"n%d\"}"
                  .formatted(at, next);
            }));
  }

  private static String delayed(String duration) {
    return document(delay(0).replace("PT1H", duration));
  }

  private static String named(String name) {
    return document(trigger(0) + "," + end("n0")).replace("\"Huge\"", "\"" + name + "\"");
  }

  private static String end(String id) {
    return "{\"id\":\"" + id + "\",\"type\":\"end\"}";
  }

  private static String document(String nodes) {
    return document("", nodes);
  }

  private static String document(String more, String nodes) {
    return "{\"id\":\"huge\",\"version\":1,\"name\":\"Huge\",\"status\":\"draft\""
        + more
        + ",\"nodes\":["
        + nodes
        + "]}";
  }

  private static String joined(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(","));
  }
}
