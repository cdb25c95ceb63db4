package dev.wend.matcher;

import static dev.wend.event.EventKind.CONSENT_GIVEN;
import static dev.wend.event.EventKind.CONSENT_WITHDRAWN;
import static dev.wend.event.EventKind.CUSTOM;
import static dev.wend.event.EventKind.EMAIL_BOUNCED;
import static dev.wend.event.EventKind.EMAIL_CLICKED;
import static dev.wend.event.EventKind.EMAIL_DELIVERED;
import static dev.wend.event.EventKind.EMAIL_OPENED;
import static dev.wend.event.EventKind.EMAIL_SENT;
import static dev.wend.event.EventKind.FORM_SUBMITTED;
import static dev.wend.event.EventKind.LOCATION_LEFT;
import static dev.wend.event.EventKind.LOCATION_VISITED;
import static dev.wend.event.EventKind.PAGE_VISITED;
import static dev.wend.event.EventKind.PUSH_BOUNCED;
import static dev.wend.event.EventKind.PUSH_CLICKED;
import static dev.wend.event.EventKind.PUSH_DELIVERED;
import static dev.wend.event.EventKind.PUSH_OPENED;
import static dev.wend.event.EventKind.PUSH_SENT;
import static dev.wend.event.EventKind.SCREEN_VIEWED;
import static dev.wend.event.EventKind.SEGMENT_ENTERED;
import static dev.wend.event.EventKind.SEGMENT_LEFT;
import static dev.wend.event.EventKind.TAG_ADDED;
import static dev.wend.event.EventKind.TAG_REMOVED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import java.util.EnumSet;
import java.util.Set;

/** The filters that compare one key field of an event (SEMANTICS.md section 3); a new one is one line here. */
public enum EventFilter {
  URL("url", "url", PAGE_VISITED),
  SCREEN("screen", "name", SCREEN_VIEWED),
  FORM("form", "form_id", FORM_SUBMITTED),
  LOCATION("location", "location_id", LOCATION_VISITED, LOCATION_LEFT),
  TAG("tag", "tag", TAG_ADDED, TAG_REMOVED),
  SEGMENT("segment", "audience_key", SEGMENT_ENTERED, SEGMENT_LEFT),
  CONSENT("consent", "consent", CONSENT_GIVEN, CONSENT_WITHDRAWN),
  NAME("name", "", CUSTOM),
  CAMPAIGN(
      "campaign",
      "campaign_id",
      EMAIL_SENT,
      EMAIL_DELIVERED,
      EMAIL_OPENED,
      EMAIL_CLICKED,
      EMAIL_BOUNCED,
      PUSH_SENT,
      PUSH_DELIVERED,
      PUSH_OPENED,
      PUSH_CLICKED,
      PUSH_BOUNCED);

  private final String id;
  private final String property;
  private final Set<EventKind> kinds;

  EventFilter(String id, String property, EventKind first, EventKind... others) {
    this.id = id;
    this.property = property;
    this.kinds = EnumSet.of(first, others);
  }

  /** The key under which documents write it. */
  public String id() {
    return id;
  }

  /** Whether events of that kind have the field. */
  public boolean appliesTo(EventKind kind) {
    return kinds.contains(kind);
  }

  /** The value that it looks at: the name of a custom event, else a property. */
  public JsonNode valueOf(CustomerEvent event) {
    return this == NAME ? TextNode.valueOf(event.name()) : event.property(property);
  }
}
