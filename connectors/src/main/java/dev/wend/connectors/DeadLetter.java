package dev.wend.connectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A record that is not an event, kept with the reason (SEMANTICS.md section 1).
 *
 * @param source the file or topic that it was read from
 * @param position its line, from 1, or offset
 * @param detail what is wrong with it, in words, at most {@link #MAX_DETAIL} characters of them
 * @param text the record, at most its first {@link #MAX_TEXT_BYTES}; bytes that are not UTF-8 are shown as U+FFFD
 * @param cut whether the record is longer than {@code text}
 */
public record DeadLetter(
    String source,
    long position,
    DeadLetterReason reason,
    String detail,
    String text,
    boolean cut) {

  /** How many bytes of a record are kept. */
  public static final int MAX_TEXT_BYTES = 64 * 1024;

  /** How many characters of a detail are kept: it may repeat some of the record. */
  public static final int MAX_DETAIL = 2_000;

  private static final String OF_CUSTOMER = "customer ";

  /** The dead letter of a record as read. */
  public static DeadLetter of(
      String source, long position, DeadLetterReason reason, String detail, byte[] record) {
    boolean cut = record.length > MAX_TEXT_BYTES;
    int length = cut ? startOfCharacter(record, MAX_TEXT_BYTES) : record.length;
    String text = new String(record, 0, length, StandardCharsets.UTF_8);
    return new DeadLetter(source, position, reason, beginning(detail), text, cut);
  }

  /** What is left for a place that takes no large records; a customer with an endless id is not named any more. */
  public DeadLetter shortened() {
    return new DeadLetter(beginning(source), position, reason, detail, "", true);
  }

  /** The customer with whose event the engine failed; empty where the customer is not known. */
  public Optional<String> customerId() {
    return reason == DeadLetterReason.ENGINE_FAILURE && source.startsWith(OF_CUSTOMER)
        ? Optional.of(source.substring(OF_CUSTOMER.length()))
        : Optional.empty();
  }

  /** The dead letter as consumers see it; {@code cut} stands there only when it is true. */
  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("source", source);
    json.put("position", position);
    json.put("reason", reason.id());
    json.put("detail", detail);
    json.put("text", text);
    if (cut) {
      json.put("cut", true);
    }
    return json;
  }

  private static String beginning(String text) {
    if (text.length() <= MAX_DETAIL) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_DETAIL - 1)) ? MAX_DETAIL - 1 : MAX_DETAIL;
    return text.substring(0, end) + "…";
  }

  private static int startOfCharacter(byte[] utf8, int index) {
    int start = index;
    while (start > index - 4 && start > 0 && (utf8[start] & 0xC0) == 0x80) {
      start--;
    }
    return start;
  }
}
