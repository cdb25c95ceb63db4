package dev.wend.matcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.EventProperties;
import dev.wend.event.Json;
import dev.wend.event.Utf8Order;
import java.util.EnumMap;
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

  /** Most have no filters: they share what has none, which is at hand when a thousand matchers are not. */
  public EventMatcher {
    filters = filters.isEmpty() ? Map.of() : filters;
  }

  /** Whether {@code candidate} meets it. */
  public boolean holds(CustomerEvent candidate, MatchContext context) {
    return isOfKind(candidate)
        && filtersHold(candidate, context)
        && (event.perLineItem()
            ? someLineItem(candidate, context)
            : productsHold(candidate)
                && (where.isEmpty() || whereHolds(candidate.properties(), context)))
        && (machineOpens || !isMachineOpen(candidate))
        && (of.isEmpty() || isAbout(candidate, of.get(), context));
  }

  /** Whether an event could ever meet it: its kind and its filters on fixed values are met (section 5, step 0). */
  public boolean mayConcern(CustomerEvent candidate) {
    if (!isOfKind(candidate)) {
      return false;
    }
    for (Map.Entry<EventFilter, Comparison> filter : filters.entrySet()) {
      Comparison comparison = filter.getValue();
      if (comparison.isFixed()
          && !comparison.holds(filter.getKey().valueOf(candidate), NoContext.INSTANCE)) {
        return false;
      }
    }
    return productsHold(candidate);
  }

  /** The part of it that {@link #mayConcern} looks at: a matcher that all those events meet, and no others. */
  public EventMatcher concern() {
    Map<EventFilter, Comparison> fixed = new EnumMap<>(EventFilter.class);
    filters.forEach(
        (filter, comparison) -> {
          if (comparison.isFixed()) {
            fixed.put(filter, comparison);
          }
        });
    EventSelector whole = new EventSelector(event.kind().id(), event.kind(), false);
    return new EventMatcher(whole, channel, fixed, products, List.of(), Optional.empty(), true);
  }

  /** Whether it holds for each event of its kind. */
  public boolean isUnconditional() {
    return channel.isEmpty()
        && filters.isEmpty()
        && products.isEmpty()
        && where.isEmpty()
        && of.isEmpty()
        && (machineOpens || event.kind() != EventKind.EMAIL_OPENED);
  }

  private boolean isOfKind(CustomerEvent candidate) {
    return candidate.kind() == event.kind()
        && (channel.isEmpty() || channel.get() == candidate.channel());
  }

  private boolean filtersHold(CustomerEvent candidate, MatchContext context) {
    for (Map.Entry<EventFilter, Comparison> filter : filters.entrySet()) {
      if (!filter.getValue().holds(filter.getKey().valueOf(candidate), context)) {
        return false;
      }
    }
    return true;
  }

  private boolean whereHolds(JsonNode properties, MatchContext context) {
    for (Where part : where) {
      if (!part.holds(properties, context)) {
        return false;
      }
    }
    return true;
  }

  private boolean someLineItem(CustomerEvent order, MatchContext context) {
    if (!products.isEmpty() && !LineItems.someIsOf(order, products)) {
      return false;
    }
    if (where.isEmpty()) {
      return true;
    }
    for (ObjectNode item : LineItems.laidOver(order.properties())) {
      if ((products.isEmpty() || LineItems.isOf(item, products)) && whereHolds(item, context)) {
        return true;
      }
    }
    return false;
  }

  private boolean productsHold(CustomerEvent candidate) {
    return products.isEmpty()
        || (candidate.kind().isOrder()
            ? LineItems.someIsOf(candidate, products)
            : LineItems.isOf(candidate, products));
  }

  private static boolean isMachineOpen(CustomerEvent candidate) {
    return candidate.kind() == EventKind.EMAIL_OPENED
        && candidate.property("machine_open").booleanValue();
  }

  private static boolean isAbout(CustomerEvent candidate, String node, MatchContext context) {
    Optional<MatchContext.SentMessage> sent = context.sent(node);
    if (sent.isEmpty()) {
      return false;
    }
    JsonNode actionId = candidate.property(EventProperties.ACTION_ID);
    return Json.isMissing(actionId)
        ? sent.get().template().equals(candidate.property("campaign_id").textValue())
        : sent.get().actionId().equals(actionId.textValue());
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
