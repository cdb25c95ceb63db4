package dev.wend.connectors.inference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Events of orders, of one row or of several. */
final class OrderDraft {
  private final Roles roles;
  private final Column order;
  private final SampleFile sample;
  private final List<String> unsure;
  private final OrderLines lines;

  OrderDraft(Roles roles, Column order, SampleFile sample, List<String> unsure) {
    this.roles = roles;
    this.order = order;
    this.sample = sample;
    this.unsure = unsure;
    this.lines = new OrderLines(order);
  }

  /**
   * Orders, and what was cancelled of them.
   *
   * @param frame customer and time
   */
  List<ObjectNode> events(Supplier<ObjectNode> frame) {
    Optional<Column> negative =
        roles.of(Role.QUANTITY).or(() -> roles.of(Role.AMOUNT)).filter(OrderDraft::hasNegatives);
    Optional<String> beginning = negative.flatMap(lines::beginningOfNegatives);
    List<ObjectNode> events = new ArrayList<>();
    ObjectNode common = frame.get();
    if (beginning.isPresent()) {
      unsure.add(
          "cancellations: orders whose id begins with %s have negative quantities"
              .formatted(beginning.get()));
      ObjectNode begins =
          Json.object().put("from", order.source()).put("startsWith", beginning.get());
      ObjectNode not = Json.object();
      not.set("not", begins);
      events.add(event(List.of(not), "order-completed", common, false));
      events.add(event(List.of(begins), "order-cancelled", common, true));
    } else {
      negative.ifPresent(
          column -> unsure.add("negative numbers in " + column.source() + ": maybe cancellations"));
      events.add(event(List.of(), "order-completed", common, false));
    }
    return events;
  }

  private static boolean hasNegatives(Column column) {
    return column.share(value -> value.startsWith("-")) > 0;
  }

  private ObjectNode event(List<ObjectNode> when, String kind, ObjectNode frame, boolean negate) {
    ObjectNode event = Json.object();
    if (!when.isEmpty()) {
      when.forEach(event.putArray("when")::add);
    }
    event.put("kind", kind);
    event.setAll(frame);
    if (lines.areSeveral() || !event.has("messageId")) {
      String prefix = kind.equals("order-completed") ? "order-" : "cancellation-";
      event.putObject("messageId").put("text", prefix + '{' + order.source() + '}');
    }
    ObjectNode properties = event.putObject("properties");
    ObjectNode products = Json.object();
    for (Column column : sample.columns()) {
      if (!isPlaced(column)) {
        boolean ofOrder = !lines.areSeveral() || (lines.share(column) && !isOfProduct(column));
        put(ofOrder ? properties : products, column, negate);
      }
    }
    for (Map.Entry<String, List<Column>> list : sample.lists().entrySet()) {
      Names.put(
          properties, Names.ofList(list.getKey()), Names.each(list.getKey(), list.getValue()));
    }
    if (lines.areSeveral()) {
      group(event, products, properties.has("total"), negate);
    }
    return event;
  }

  private void put(ObjectNode properties, Column column, boolean negate) {
    String name = Names.property(roles, column);
    boolean number = name.equals("quantity") || name.equals("price") || name.equals("total");
    boolean turned = negate && (name.equals("quantity") || name.equals("total"));
    ObjectNode numeric = Values.number(column);
    Names.put(
        properties,
        name.equals("total") && lines.areSeveral() && !lines.share(column) ? "amount" : name,
        number ? turned ? numeric.put("negate", true) : numeric : Values.plain(column));
  }

  private void group(ObjectNode event, ObjectNode products, boolean hasTotal, boolean negate) {
    ObjectNode group = event.putObject("group");
    group.putArray("by").add(order.source());
    if (!products.isEmpty()) {
      group.set("products", products);
    }
    List<Column> factors = hasTotal ? List.of() : factors();
    if (!factors.isEmpty()) {
      ArrayNode total = group.putObject("totals").putArray("total");
      for (int factor = 0; factor < factors.size(); factor++) {
        ObjectNode number = Values.number(factors.get(factor));
        total.add(negate && factor == 0 ? number.put("negate", true) : number);
      }
      unsure.add(
          "the total of an order: taken as the sum of "
              + String.join(" times ", factors.stream().map(Column::source).toList()));
    }
  }

  private List<Column> factors() {
    Optional<Column> amount = roles.of(Role.AMOUNT);
    Optional<Column> quantity = roles.of(Role.QUANTITY);
    Optional<Column> price = roles.of(Role.PRICE);
    if (amount.isPresent()) {
      return List.of(amount.get());
    }
    return quantity.isPresent() && price.isPresent()
        ? List.of(quantity.get(), price.get())
        : List.of();
  }

  private boolean isPlaced(Column column) {
    return is(Role.CUSTOMER, column)
        || is(Role.TIME, column)
        || (is(Role.MESSAGE, column) && !lines.areSeveral());
  }

  private boolean isOfProduct(Column column) {
    return is(Role.PRODUCT, column) || is(Role.QUANTITY, column) || is(Role.PRICE, column);
  }

  private boolean is(Role role, Column column) {
    return roles.of(role).filter(column::equals).isPresent();
  }
}
