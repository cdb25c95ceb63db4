package dev.wend.job.state;

import dev.wend.event.EventKind;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Kinds of events in one byte: the place in a list to which new kinds are appended, and of which none is ever moved. */
final class EventKindFormat {
  static final List<EventKind> NUMBERED =
      List.of(
          EventKind.PAGE_VISITED,
          EventKind.SCREEN_VIEWED,
          EventKind.FORM_SUBMITTED,
          EventKind.PRODUCT_VIEWED,
          EventKind.PRODUCT_ADDED_TO_CART,
          EventKind.PRODUCT_REMOVED_FROM_CART,
          EventKind.ORDER_COMPLETED,
          EventKind.ORDER_CANCELLED,
          EventKind.ORDER_REFUNDED,
          EventKind.LOCATION_VISITED,
          EventKind.LOCATION_LEFT,
          EventKind.EMAIL_SENT,
          EventKind.EMAIL_DELIVERED,
          EventKind.EMAIL_OPENED,
          EventKind.EMAIL_CLICKED,
          EventKind.EMAIL_BOUNCED,
          EventKind.PUSH_SENT,
          EventKind.PUSH_DELIVERED,
          EventKind.PUSH_OPENED,
          EventKind.PUSH_CLICKED,
          EventKind.PUSH_BOUNCED,
          EventKind.TAG_ADDED,
          EventKind.TAG_REMOVED,
          EventKind.SEGMENT_ENTERED,
          EventKind.SEGMENT_LEFT,
          EventKind.PROFILE_UPDATED,
          EventKind.CONSENT_GIVEN,
          EventKind.CONSENT_WITHDRAWN,
          EventKind.CUSTOMER_ERASED,
          EventKind.CUSTOM);

  private static final Map<EventKind, Integer> NUMBERS = numbers();

  private EventKindFormat() {}

  private static Map<EventKind, Integer> numbers() {
    Map<EventKind, Integer> numbers = new EnumMap<>(EventKind.class);
    NUMBERED.forEach(kind -> numbers.put(kind, numbers.size()));
    return numbers;
  }

  static void write(EventKind kind, DataOutputView out) throws IOException {
    out.writeByte(NUMBERS.get(kind));
  }

  static EventKind read(DataInputView in) throws IOException {
    int number = in.readUnsignedByte();
    if (number >= NUMBERED.size()) {
      throw new IOException("no kind of event has the number " + number);
    }
    return NUMBERED.get(number);
  }
}
