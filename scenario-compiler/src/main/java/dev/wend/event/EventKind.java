package dev.wend.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a customer event is about (the table of SEMANTICS.md section 1). A new kind is one line here, and one line in
 * the list of native records that the decoder reads.
 */
public enum EventKind {
  PAGE_VISITED("page-visited", Trait.ONLINE_VISIT),
  SCREEN_VIEWED("screen-viewed", Trait.ONLINE_VISIT),
  FORM_SUBMITTED("form-submitted", Trait.ONLINE_VISIT),
  PRODUCT_VIEWED("product-viewed", Trait.ONLINE_VISIT),
  PRODUCT_ADDED_TO_CART("product-added-to-cart", Trait.ONLINE_VISIT),
  PRODUCT_REMOVED_FROM_CART("product-removed-from-cart", Trait.ONLINE_VISIT),
  ORDER_COMPLETED("order-completed", Trait.ONLINE_VISIT),
  ORDER_CANCELLED("order-cancelled", Trait.PLAIN),
  ORDER_REFUNDED("order-refunded", Trait.PLAIN),
  LOCATION_VISITED("location-visited", Trait.PLAIN),
  LOCATION_LEFT("location-left", Trait.PLAIN),
  EMAIL_SENT("email-sent", Trait.PLAIN),
  EMAIL_DELIVERED("email-delivered", Trait.PLAIN),
  EMAIL_OPENED("email-opened", Trait.PLAIN),
  EMAIL_CLICKED("email-clicked", Trait.PLAIN),
  EMAIL_BOUNCED("email-bounced", Trait.PLAIN),
  PUSH_SENT("push-sent", Trait.PLAIN),
  PUSH_DELIVERED("push-delivered", Trait.PLAIN),
  PUSH_OPENED("push-opened", Trait.PLAIN),
  PUSH_CLICKED("push-clicked", Trait.PLAIN),
  PUSH_BOUNCED("push-bounced", Trait.PLAIN),
  TAG_ADDED("tag-added", Trait.CHANGES_PROFILE),
  TAG_REMOVED("tag-removed", Trait.CHANGES_PROFILE),
  SEGMENT_ENTERED("segment-entered", Trait.CHANGES_PROFILE),
  SEGMENT_LEFT("segment-left", Trait.CHANGES_PROFILE),
  PROFILE_UPDATED("profile-updated", Trait.CHANGES_PROFILE),
  CONSENT_GIVEN("consent-given", Trait.CHANGES_PROFILE),
  CONSENT_WITHDRAWN("consent-withdrawn", Trait.CHANGES_PROFILE),
  CUSTOMER_ERASED("customer-erased", Trait.CHANGES_PROFILE),
  CUSTOM("custom", Trait.PLAIN);

  private enum Trait {
    PLAIN,
    ONLINE_VISIT,
    CHANGES_PROFILE
  }

  private static final Map<String, EventKind> BY_ID =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EventKind::id, Function.identity()));

  private final String id;
  private final Trait trait;

  EventKind(String id, Trait trait) {
    this.id = id;
    this.trait = trait;
  }

  /** The kind as documents, records and traces write it. */
  public String id() {
    return id;
  }

  /** Whether an online event of this kind means that the customer is on the site (section 2, {@code exitWhen}). */
  public boolean isVisit() {
    return trait == Trait.ONLINE_VISIT;
  }

  /** Whether events of this kind may have line items (section 3, {@code products}). */
  public boolean isOrder() {
    return this == ORDER_COMPLETED || this == ORDER_CANCELLED || this == ORDER_REFUNDED;
  }

  /** Whether events of this kind change the profile, and so are never irrelevant (section 5, step 0). */
  public boolean changesProfile() {
    return trait == Trait.CHANGES_PROFILE;
  }

  /** Finds the kind with that {@link #id()}. */
  public static Optional<EventKind> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
