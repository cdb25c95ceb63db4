package dev.wend.job.reference;

import dev.wend.event.EventKind;
import java.util.Arrays;
import java.util.List;

/** The few values that scenarios and histories draw from, so that they often meet. */
final class Words {
  /** Windows are multiples of it, and events lie on multiples of it or a millisecond beside. */
  static final long GRID = 10 * 60 * 1000;

  static final List<String> DURATIONS =
      List.of("PT10M", "PT10M", "PT20M", "PT30M", "PT1H", "PT600.0009S", "P1D");
  static final List<String> SCENARIOS = List.of("a", "B", "ä", "～", "😀", "a-1");
  static final List<String> CUSTOMERS = List.of("anna", "Bo", "ł");
  static final List<String> TAGS = List.of("vip", "vip", "loyal", "loyal", "～", "😀");
  static final List<String> SEGMENTS = List.of("women", "men");
  static final List<String> CONSENTS = List.of("email", "sms");
  static final List<String> TEMPLATES = List.of("hello", "again");
  static final List<String> PRODUCTS = List.of("p1", "p2", "s1");
  static final List<String> URLS = List.of("/a", "/b", "");
  static final List<String> NAMES = List.of("Quiz", "Call");
  static final List<String> ZONES =
      List.of(
          "Europe/Warsaw", "Europe/Warsaw", "Europe/Warsaw", "America/New_York", "Asia/Kathmandu");
  static final List<String> FIELDS = List.of("", "/x", "/x", "/y/z", "/y", "/list/0", "/missing");
  static final List<String> PROPERTIES =
      List.of(
          "", "", "/price", "/product_id", "/cart_id", "/nested", "/nested/x", "/list", "/missing");

  /** Literals, as JSON. */
  static final List<String> VALUES =
      List.of(
          "1",
          "1.0",
          "2",
          "\"1\"",
          "\"p1\"",
          "\"c1\"",
          "\"\"",
          "true",
          "null",
          "{\"x\":1}",
          "{\"x\":1.0,\"n\":null}",
          "[1,\"p1\"]",
          "[]",
          "[[1.0]]",
          "9007199254740993",
          "9007199254740992.0",
          "1e2",
          "100",
          "\"ｐ\"",
          "\"😀\"");

  /** All but erasures, which nothing may ask for. */
  static final List<String> KINDS =
      Arrays.stream(EventKind.values())
          .filter(kind -> kind != EventKind.CUSTOMER_ERASED)
          .map(EventKind::id)
          .toList();

  private Words() {}
}
