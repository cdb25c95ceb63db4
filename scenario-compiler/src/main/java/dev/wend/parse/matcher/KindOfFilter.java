package dev.wend.parse.matcher;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.EventKind;
import dev.wend.issue.IssueCode;
import dev.wend.matcher.EventFilter;
import dev.wend.matcher.EventSelector;
import dev.wend.parse.shape.Constraint;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.tree.ObjectTree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A filter stands only with events that have what it looks at.
 *
 * @param filter its key
 * @param fits the kinds that have it
 */
record KindOfFilter(String filter, Predicate<EventKind> fits) implements Constraint {
  private static final List<Constraint> ALL =
      Stream.concat(
              Arrays.stream(EventFilter.values())
                  .map(filter -> new KindOfFilter(filter.id(), filter::appliesTo)),
              Stream.of(
                  new KindOfFilter(EventMatcherShape.PRODUCTS.name(), KindOfFilter::hasProducts),
                  new KindOfFilter(EventMatcherShape.OF.name(), EventFilter.CAMPAIGN::appliesTo),
                  new KindOfFilter(
                      EventMatcherShape.MACHINE_OPENS.name(),
                      kind -> kind == EventKind.EMAIL_OPENED)))
          .<Constraint>map(constraint -> constraint)
          .toList();

  static List<Constraint> constraints() {
    return ALL;
  }

  private static boolean hasProducts(EventKind kind) {
    return switch (kind) {
      case PRODUCT_VIEWED, PRODUCT_ADDED_TO_CART, PRODUCT_REMOVED_FROM_CART -> true;
      case ORDER_COMPLETED, ORDER_CANCELLED, ORDER_REFUNDED -> true;
      default -> false;
    };
  }

  @Override
  public boolean check(ObjectTree object, Reading reading) {
    Optional<EventSelector> event =
        object.text(EventMatcherShape.EVENT.name()).flatMap(EventSelector::of);
    Optional<ObjectTree.Member> written = object.member(filter);
    if (event.isEmpty() || written.isEmpty() || fits.test(event.get().kind())) {
      return true;
    }
    reading
        .at(filter)
        .error(
            IssueCode.FILTER_DOES_NOT_FIT,
            written.get().keyLocation(),
            "the filter '"
                + filter
                + "' is not for "
                + event.get().id()
                + " but for "
                + String.join(", ", kinds()));
    return false;
  }

  private List<String> kinds() {
    return EventSelector.ALL.stream()
        .filter(event -> fits.test(event.kind()))
        .map(EventSelector::id)
        .toList();
  }

  @Override
  public void describe(ObjectNode schema) {
    ObjectNode properties = (ObjectNode) schema.get("properties");
    if (!properties.has(filter)) {
      return;
    }
    ArrayNode allowed =
        schema
            .withObject("/dependentSchemas")
            .putObject(filter)
            .putObject("properties")
            .putObject(EventMatcherShape.EVENT.name())
            .putArray("enum");
    kinds().forEach(allowed::add);
  }
}
