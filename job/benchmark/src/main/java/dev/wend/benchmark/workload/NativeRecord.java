package dev.wend.benchmark.workload;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A click as a native record of the size that a web library sends: about 1 kB. */
final class NativeRecord {
  private static final String CONTEXT =
      "\"context\":{\"channel\":\"web\",\"library\":{\"name\":\"analytics.js\",\"version\":\"2.11.1\"},"
          + "\"userAgent\":\"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36\","
          + "\"ip\":\"203.0.113.7\",\"locale\":\"en-GB\",\"timezone\":\"Europe/Warsaw\","
          + "\"screen\":{\"width\":1920,\"height\":1080,\"density\":1.25},"
          + "\"campaign\":{\"source\":\"newsletter\",\"medium\":\"email\",\"name\":\"winter\"},"
          + "\"page\":{\"path\":\"/products\",\"referrer\":\"https://search.example/\",\"title\":\"All products\"}},";

  private NativeRecord() {}

  static byte[] of(Click click) {
    StringBuilder text = new StringBuilder(1_100);
    String type = click.kind() == Click.Kind.PAGE ? "page" : "track";
    text.append("{\"type\":\"").append(type).append("\",\"messageId\":\"");
    text.append(new UUID(click.number() * 0x9e3779b97f4a7c15L, ~click.number()));
    text.append("\",\"userId\":\"").append(customer(click.customer()));
    text.append("\",\"anonymousId\":\"8d7c6b5a-0f1e-4d2c-9b3a-716253445566\",");
    text.append("\"timestamp\":\"").append(Instant.ofEpochMilli(click.timestamp())).append("\",");
    text.append(CONTEXT);
    switch (click.kind()) {
      case PAGE -> page(click, text);
      case CART -> cart(click, text);
      case ORDER -> order(click, text);
    }
    return text.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Ten bytes. */
  static String customer(long number) {
    return "c" + (100_000_000L + number);
  }

  static String product(int number) {
    return "p-" + number;
  }

  private static void page(Click click, StringBuilder text) {
    text.append("\"properties\":{\"url\":\"https://shop.example/products/");
    text.append(product(click.product())).append("?ref=list\",\"path\":\"/products/");
    text.append(product(click.product())).append("\",\"title\":\"Product ");
    text.append(click.product()).append(" | Shop\",\"search\":\"?ref=list\",");
    text.append("\"referrer\":\"https://shop.example/products?page=").append(click.product() % 40);
    text.append("\",\"category\":\"category-").append(click.product() % 30);
    text.append("\",\"logged_in\":true,\"scroll\":0.75,\"ab_test\":\"checkout-b\"}");
  }

  private static void cart(Click click, StringBuilder text) {
    text.append("\"event\":\"Product Added\",\"properties\":{\"cart_id\":\"cart-");
    text.append(click.customer()).append("\",");
    item(click.product(), text);
    text.append(",\"currency\":\"EUR\",\"position\":3,\"coupon\":null,");
    text.append("\"image_url\":\"https://cdn.shop.example/").append(click.product());
    text.append(".webp\",\"url\":\"https://shop.example/products/");
    text.append(product(click.product())).append("\"}");
  }

  private static void order(Click click, StringBuilder text) {
    text.append("\"event\":\"Order Completed\",\"properties\":{\"order_id\":\"o-");
    text.append(click.number()).append("\",\"total\":129.97,\"currency\":\"EUR\",\"products\":[{");
    item(click.product(), text);
    text.append("},{");
    item((click.product() + 1) % Clickstream.PRODUCTS, text);
    text.append("}]}");
  }

  private static void item(int product, StringBuilder text) {
    text.append("\"product_id\":\"").append(product(product));
    text.append("\",\"sku\":\"sku-").append(product);
    text.append("\",\"name\":\"Product ").append(product);
    text.append("\",\"category\":\"category-").append(product % 30);
    text.append("\",\"brand\":\"Brand ").append(product % 17);
    text.append("\",\"price\":").append(10 + product % 90).append(".99,\"quantity\":1");
  }
}
