package dev.wend.job.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.matcher.Comparison;
import dev.wend.matcher.EventFilter;
import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.Literal;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.matcher.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Event and profile matchers (section 3). */
final class PlainMatching {
  private PlainMatching() {}

  static boolean holds(EventMatcher matcher, CustomerEvent event, Facts facts) {
    if (!isKindAndChannel(matcher, event)) {
      return false;
    }
    for (Map.Entry<EventFilter, Comparison> filter : matcher.filters().entrySet()) {
      if (!holds(filter.getValue(), keyField(filter.getKey(), event), facts)) {
        return false;
      }
    }
    if (matcher.event().id().equals("product-bought")) {
      return lineItems(event).stream()
          .anyMatch(item -> isProduct(matcher, item) && allHold(matcher.where(), item, facts));
    }
    return productsHold(matcher, event)
        && allHold(matcher.where(), event.properties(), facts)
        && (matcher.machineOpens() || !isMachineOpen(event))
        && (matcher.of().isEmpty() || isAbout(matcher.of().get(), event, facts));
  }

  static boolean holds(ProfileMatcher matcher, Facts facts) {
    if (matcher instanceof ProfileMatcher.InSegment in) {
      return has(facts.profile().get("segments"), in.segment());
    } else if (matcher instanceof ProfileMatcher.HasTag has) {
      return has(facts.profile().get("tags"), has.tag());
    } else if (matcher instanceof ProfileMatcher.HasConsent has) {
      return has(facts.profile().get("consents"), has.consent());
    } else if (matcher instanceof ProfileMatcher.Field field) {
      return holds(field.comparison(), facts.profile().get("fields").at(field.pointer()), facts);
    } else if (matcher instanceof ProfileMatcher.Not not) {
      return !holds(not.part(), facts);
    } else if (matcher instanceof ProfileMatcher.All all) {
      return all.parts().stream().allMatch(part -> holds(part, facts));
    }
    return ((ProfileMatcher.Any) matcher).parts().stream().anyMatch(part -> holds(part, facts));
  }

  /** Section 5, step 0: a kind, with filters that the event meets; what compares with a reference may be met. */
  static boolean names(EventMatcher matcher, CustomerEvent event) {
    if (!isKindAndChannel(matcher, event) || !productsHold(matcher, event)) {
      return false;
    }
    Facts nothing = Facts.of(PlainProfile.nothing());
    return matcher.filters().entrySet().stream()
        .filter(filter -> filter.getValue().operand() instanceof Literal)
        .allMatch(filter -> holds(filter.getValue(), keyField(filter.getKey(), event), nothing));
  }

  static boolean has(JsonNode names, String name) {
    for (JsonNode element : names) {
      if (Plain.isText(element, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKindAndChannel(EventMatcher matcher, CustomerEvent event) {
    String kind = matcher.event().id();
    return (kind.equals("product-bought") ? "order-completed" : kind).equals(event.kind().id())
        && (matcher.channel().isEmpty() || matcher.channel().get() == event.channel());
  }

  private static JsonNode keyField(EventFilter filter, CustomerEvent event) {
    ObjectNode properties = event.properties();
    return switch (filter) {
      case URL -> properties.path("url");
      case SCREEN -> properties.path("name");
      case FORM -> properties.path("form_id");
      case LOCATION -> properties.path("location_id");
      case TAG -> properties.path("tag");
      case SEGMENT -> properties.path("audience_key");
      case CONSENT -> properties.path("consent");
      case CAMPAIGN -> properties.path("campaign_id");
      case NAME ->
          event.name().isEmpty() ? MissingNode.getInstance() : TextNode.valueOf(event.name());
    };
  }

  private static boolean holds(Comparison comparison, JsonNode actual, Facts facts) {
    return PlainComparison.holds(actual, comparison.operator(), facts.value(comparison.operand()));
  }

  private static boolean allHold(List<Where> wheres, JsonNode properties, Facts facts) {
    return wheres.stream().allMatch(where -> holds(where, properties, facts));
  }

  private static boolean holds(Where where, JsonNode properties, Facts facts) {
    if (where instanceof Where.Property property) {
      return holds(property.comparison(), properties.at(property.pointer()), facts);
    } else if (where instanceof Where.Not not) {
      return !holds(not.part(), properties, facts);
    } else if (where instanceof Where.All all) {
      return allHold(all.parts(), properties, facts);
    }
    return ((Where.Any) where).parts().stream().anyMatch(part -> holds(part, properties, facts));
  }

  private static boolean productsHold(EventMatcher matcher, CustomerEvent event) {
    boolean order =
        event.kind() == EventKind.ORDER_COMPLETED
            || event.kind() == EventKind.ORDER_CANCELLED
            || event.kind() == EventKind.ORDER_REFUNDED;
    List<ObjectNode> items = order ? lineItems(event) : List.of(event.properties());
    return items.stream().anyMatch(item -> isProduct(matcher, item));
  }

  private static boolean isProduct(EventMatcher matcher, ObjectNode item) {
    return matcher.products().isEmpty()
        || matcher.products().stream()
            .anyMatch(
                wanted ->
                    Plain.isText(item.path("product_id"), wanted)
                        || Plain.isText(item.path("sku"), wanted));
  }

  /** Each line item over the order's own properties; what is not an object is no line item. */
  private static List<ObjectNode> lineItems(CustomerEvent order) {
    List<ObjectNode> items = new ArrayList<>();
    ObjectNode own = order.properties().deepCopy();
    JsonNode products = order.properties().path("products");
    own.remove("products");
    for (JsonNode product : products.isArray() ? products : Plain.NO_VALUES) {
      if (product.isObject()) {
        ObjectNode item = own.deepCopy();
        product.properties().forEach(member -> item.set(member.getKey(), member.getValue()));
        items.add(item);
      }
    }
    return items.isEmpty() ? List.of(own) : items;
  }

  private static boolean isMachineOpen(CustomerEvent event) {
    JsonNode machine = event.properties().path("machine_open");
    return event.kind() == EventKind.EMAIL_OPENED && machine.isBoolean() && machine.booleanValue();
  }

  private static boolean isAbout(String node, CustomerEvent event, Facts facts) {
    Facts.Sent sent = facts.sent().get(node);
    if (sent == null) {
      return false;
    }
    JsonNode actionId = event.properties().path("action_id");
    return PlainComparison.isMissing(actionId)
        ? Plain.isText(event.properties().path("campaign_id"), sent.template())
        : Plain.isText(actionId, sent.actionId());
  }
}
