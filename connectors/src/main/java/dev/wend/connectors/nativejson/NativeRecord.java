package dev.wend.connectors.nativejson;

import dev.wend.event.EventKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The records that senders write and the kinds that they are (the table of SEMANTICS.md section 1); a new one is one
 * line here. Whatever track is not in the list is a custom event.
 */
public enum NativeRecord {
  PAGE(Type.PAGE, "", EventKind.PAGE_VISITED),
  SCREEN(Type.SCREEN, "", EventKind.SCREEN_VIEWED),
  IDENTIFY(Type.IDENTIFY, "", EventKind.PROFILE_UPDATED),
  FORM_SUBMITTED(Type.TRACK, "Form Submitted", EventKind.FORM_SUBMITTED),
  PRODUCT_VIEWED(Type.TRACK, "Product Viewed", EventKind.PRODUCT_VIEWED),
  PRODUCT_ADDED(Type.TRACK, "Product Added", EventKind.PRODUCT_ADDED_TO_CART),
  PRODUCT_REMOVED(Type.TRACK, "Product Removed", EventKind.PRODUCT_REMOVED_FROM_CART),
  ORDER_COMPLETED(Type.TRACK, "Order Completed", EventKind.ORDER_COMPLETED),
  ORDER_CANCELLED(Type.TRACK, "Order Cancelled", EventKind.ORDER_CANCELLED),
  ORDER_REFUNDED(Type.TRACK, "Order Refunded", EventKind.ORDER_REFUNDED),
  LOCATION_VISITED(Type.TRACK, "Location Visited", EventKind.LOCATION_VISITED),
  LOCATION_LEFT(Type.TRACK, "Location Left", EventKind.LOCATION_LEFT),
  EMAIL_SENT(Type.TRACK, "Email Sent", EventKind.EMAIL_SENT),
  EMAIL_DELIVERED(Type.TRACK, "Email Delivered", EventKind.EMAIL_DELIVERED),
  EMAIL_OPENED(Type.TRACK, "Email Opened", EventKind.EMAIL_OPENED),
  EMAIL_CLICKED(Type.TRACK, "Email Link Clicked", EventKind.EMAIL_CLICKED),
  EMAIL_BOUNCED(Type.TRACK, "Email Bounced", EventKind.EMAIL_BOUNCED),
  PUSH_SENT(Type.TRACK, "Push Notification Sent", EventKind.PUSH_SENT),
  PUSH_DELIVERED(Type.TRACK, "Push Notification Received", EventKind.PUSH_DELIVERED),
  PUSH_OPENED(Type.TRACK, "Push Notification Tapped", EventKind.PUSH_OPENED),
  PUSH_CLICKED(Type.TRACK, "Push Notification Clicked", EventKind.PUSH_CLICKED),
  PUSH_BOUNCED(Type.TRACK, "Push Notification Bounced", EventKind.PUSH_BOUNCED),
  TAG_ADDED(Type.TRACK, "Tag Added", EventKind.TAG_ADDED),
  TAG_REMOVED(Type.TRACK, "Tag Removed", EventKind.TAG_REMOVED),
  AUDIENCE_ENTERED(Type.TRACK, "Audience Entered", EventKind.SEGMENT_ENTERED),
  AUDIENCE_EXITED(Type.TRACK, "Audience Exited", EventKind.SEGMENT_LEFT),
  CONSENT_GIVEN(Type.TRACK, "Consent Given", EventKind.CONSENT_GIVEN),
  CONSENT_WITHDRAWN(Type.TRACK, "Consent Withdrawn", EventKind.CONSENT_WITHDRAWN),
  UNSUBSCRIBED(Type.TRACK, "Unsubscribed", EventKind.CONSENT_WITHDRAWN),
  CUSTOMER_ERASED(Type.TRACK, "Customer Erased", EventKind.CUSTOMER_ERASED),
  OTHER_TRACK(Type.TRACK, "", EventKind.CUSTOM);

  /** The {@code type} of a native record. */
  public enum Type {
    PAGE("page"),
    SCREEN("screen"),
    IDENTIFY("identify"),
    TRACK("track");

    private final String id;

    Type(String id) {
      this.id = id;
    }

    /** The type as records write it. */
    public String id() {
      return id;
    }
  }

  private static final Map<String, NativeRecord> BY_TRACK =
      Arrays.stream(values())
          .filter(record -> !record.event.isEmpty())
          .collect(Collectors.toUnmodifiableMap(NativeRecord::event, Function.identity()));

  private final Type type;
  private final String event;
  private final EventKind kind;

  NativeRecord(Type type, String event, EventKind kind) {
    this.type = type;
    this.event = event;
    this.kind = kind;
  }

  /** The {@code type} of such records. */
  public Type type() {
    return type;
  }

  /** The {@code event} of such tracks; empty for other types, and where any name will do. */
  public String event() {
    return event;
  }

  /** What such a record is. */
  public EventKind kind() {
    return kind;
  }

  /** Finds the record for a track with that {@code event}. */
  static NativeRecord ofTrack(String event) {
    return BY_TRACK.getOrDefault(event, OTHER_TRACK);
  }

  /** Finds the record for a type; of a track nothing but that it is one. */
  static Optional<NativeRecord> ofType(String type) {
    return switch (type) {
      case "page" -> Optional.of(PAGE);
      case "screen" -> Optional.of(SCREEN);
      case "identify" -> Optional.of(IDENTIFY);
      case "track" -> Optional.of(OTHER_TRACK);
      default -> Optional.empty();
    };
  }
}
