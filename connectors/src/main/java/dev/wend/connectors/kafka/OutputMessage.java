package dev.wend.connectors.kafka;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.event.Json;
import dev.wend.event.TraceRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A record as a message: its customer is the key, its JSON the value, and the rest the attributes of a CloudEvent.
 *
 * @param timestamp epoch milliseconds; empty where the record has no time but that of its writing
 */
record OutputMessage(
    Optional<String> customerId, byte[] value, String id, String type, OptionalLong timestamp) {
  private static final String TYPE = "dev.wend.";
  private static final int ID_BYTES = 16;

  static OutputMessage of(ActionRecord action) {
    return new OutputMessage(
        Optional.of(action.customerId()),
        Json.bytes(action.toJson()),
        action.actionId(),
        TYPE + "action." + action.type(),
        OptionalLong.of(action.timestamp()));
  }

  /** A trace record is unique by all its fields, so by its bytes. */
  static OutputMessage of(TraceRecord trace) {
    byte[] value = Json.bytes(trace.toJson());
    return new OutputMessage(
        Optional.of(trace.customerId()),
        value,
        digest(value),
        TYPE + "trace." + trace.kind().id(),
        OptionalLong.of(trace.timestamp()));
  }

  static OutputMessage of(DeadLetter letter) {
    byte[] value = Json.bytes(letter.toJson());
    return new OutputMessage(
        letter.customerId(),
        value,
        digest(value),
        TYPE + "dead-letter." + letter.reason().id(),
        OptionalLong.empty());
  }

  /** An event that came late. */
  static OutputMessage of(CustomerEvent late) {
    return new OutputMessage(
        Optional.of(late.customerId()),
        Json.bytes(late.toJson()),
        late.messageId(),
        TYPE + "late." + late.kind().id(),
        OptionalLong.of(late.timestamp()));
  }

  private static String digest(byte[] value) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(value);
      return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
