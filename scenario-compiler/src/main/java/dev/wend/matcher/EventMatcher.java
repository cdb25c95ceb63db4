package dev.wend.matcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import dev.wend.event.Utf8Order;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A test of one event (SEMANTICS.md section 3).
 *
 * @param filters by the field that they look at
 * @param products product ids or skus, of which one must be there; empty for any
 * @param where all of which must hold
 * @param of the send node whose message the event must be about
 * @param machineOpens whether an {@code email-opened} by a machine counts
 */
public record EventMatcher(
    EventSelector event,
    Optional<Channel> channel,
    Map<EventFilter, Comparison> filters,
    Set<String> products,
    List<Where> where,
    Optional<String> of,
    boolean machineOpens)
    implements Matcher {

  /** Whether {@code candidate} meets it. */
  public boolean holds(CustomerEvent candidate, MatchContext context) {
    return names(candidate, context)
        && (event.perLineItem() || whereHolds(candidate.properties(), context))
        && (machineOpens || !isMachineOpen(candidate))
        && of.map(node -> isAbout(candidate, node, context)).orElse(true);
  }

  /**
   * Whether it names the event's kind with filters that the event meets, {@code where} and {@code of} aside (section 5,
   * step 0). For {@code product-bought} also {@code where} is looked at, since both are read on the same line item.
   */
  private boolean names(CustomerEvent candidate, MatchContext context) {
    return candidate.kind() == event.kind()
        && channel.map(wanted -> wanted == candidate.channel()).orElse(true)
        && filters.entrySet().stream()
            .allMatch(
                filter -> filter.getValue().holds(filter.getKey().valueOf(candidate), context))
        && (event.perLineItem() ? someLineItem(candidate, context) : productsHold(candidate));
  }

  /** Whether an event could ever meet it: its kind and its filters on fixed values are met (section 5, step 0). */
  public boolean mayConcern(CustomerEvent candidate) {
    return candidate.kind() == event.kind()
        && channel.map(wanted -> wanted == candidate.channel()).orElse(true)
        && filters.entrySet().stream()
            .filter(filter -> filter.getValue().operand() instanceof Literal)
            .allMatch(
                filter ->
                    filter.getValue().holds(filter.getKey().valueOf(candidate), NoContext.INSTANCE))
        && productsHold(candidate);
  }

  private boolean whereHolds(JsonNode properties, MatchContext context) {
    return where.stream().allMatch(part -> part.holds(properties, context));
  }

  private boolean someLineItem(CustomerEvent order, MatchContext context) {
    return LineItems.laidOver(order.properties())
        .anyMatch(item -> isWantedProduct(item) && whereHolds(item, context));
  }

  private boolean productsHold(CustomerEvent candidate) {
    if (products.isEmpty()) {
      return true;
    }
    Stream<ObjectNode> items =
        LineItems.isOrder(candidate.kind())
            ? LineItems.laidOver(candidate.properties())
            : Stream.of(candidate.properties());
    return items.anyMatch(this::isWantedProduct);
  }

  private boolean isWantedProduct(ObjectNode item) {
    return products.isEmpty() || isWanted(item.path("product_id")) || isWanted(item.path("sku"));
  }

  private boolean isWanted(JsonNode id) {
    return id.isTextual() && products.contains(id.textValue());
  }

  private static boolean isMachineOpen(CustomerEvent candidate) {
    return candidate.kind() == EventKind.EMAIL_OPENED
        && candidate.properties().path("machine_open").booleanValue();
  }

  private static boolean isAbout(CustomerEvent candidate, String node, MatchContext context) {
    JsonNode actionId = candidate.properties().path("action_id");
    JsonNode campaign = candidate.properties().path("campaign_id");
    return context
        .sent(node)
        .map(
            sent ->
                Json.isMissing(actionId)
                    ? campaign.isTextual() && campaign.textValue().equals(sent.template())
                    : actionId.isTextual() && actionId.textValue().equals(sent.actionId()))
        .orElse(false);
  }

  @Override
  public String toString() {
    return Stream.of(
            Stream.of(event.id()),
            channel.stream().map(wanted -> "channel " + wanted.id()),
            filters.entrySet().stream()
                .map(filter -> filter.getKey().id() + " " + filter.getValue()),
            products.stream().sorted(Utf8Order.INSTANCE).map(product -> "product " + product),
            where.stream().map(Where::toString),
            of.stream().map(node -> "of " + node),
            Stream.of("machine opens too").filter(text -> machineOpens))
        .flatMap(parts -> parts)
        .collect(Collectors.joining(", "));
  }
}
