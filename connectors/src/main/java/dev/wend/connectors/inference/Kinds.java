package dev.wend.connectors.inference;

import dev.wend.event.EventKind;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words by which files call kinds of events. A new one is one line here. */
final class Kinds {
  private static final Map<EventKind, Pattern> WORDS = words();

  private Kinds() {}

  private static Map<EventKind, Pattern> words() {
    Map<EventKind, Pattern> words = new LinkedHashMap<>();
    add(words, EventKind.PAGE_VISITED, "page( ?(view|visit)(ed)?)?|view page|visit");
    add(words, EventKind.SCREEN_VIEWED, "screen( ?view(ed)?)?");
    add(words, EventKind.FORM_SUBMITTED, "form( ?submit(ted)?)?|submit form");
    add(
        words,
        EventKind.PRODUCT_VIEWED,
        "(product |item )?(view(ed)?|detail)|view (item|product)|click");
    add(
        words,
        EventKind.PRODUCT_ADDED_TO_CART,
        "add(ed)? ?to ?(cart|basket|bag)|cart|product added|cart add");
    add(
        words,
        EventKind.PRODUCT_REMOVED_FROM_CART,
        "remove(d)? ?from ?(cart|basket|bag)|product removed");
    add(
        words,
        EventKind.ORDER_COMPLETED,
        "purchase[d]?|buy|bought|order( ?(completed|placed))?|transaction|sale|checkout completed");
    add(words, EventKind.ORDER_CANCELLED, "(order )?cancel(l?ed|lation)?");
    add(words, EventKind.ORDER_REFUNDED, "(order )?refund(ed)?|return(ed)?");
    add(words, EventKind.EMAIL_SENT, "e?mail ?sen[dt]");
    add(words, EventKind.EMAIL_DELIVERED, "e?mail ?delivered");
    add(words, EventKind.EMAIL_OPENED, "(e?mail ?)?open(ed)?");
    add(words, EventKind.EMAIL_CLICKED, "e?mail ?(link ?)?click(ed)?");
    add(words, EventKind.EMAIL_BOUNCED, "(e?mail ?)?bounce[d]?");
    return words;
  }

  private static void add(Map<EventKind, Pattern> words, EventKind kind, String pattern) {
    words.put(kind, Pattern.compile(pattern));
  }

  /** The kind that a word stands for. */
  static Optional<EventKind> of(String word) {
    String plain =
        word.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip()
            .toLowerCase(Locale.ROOT);
    return WORDS.entrySet().stream()
        .filter(kind -> kind.getValue().matcher(plain).matches())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
