package dev.wend.connectors.output;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.event.Json;
import dev.wend.event.StatusRecord;
import dev.wend.event.TraceRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A record as it leaves the job, whatever the sink.
 *
 * @param key its customer; of status records their scenario, and what they are; empty where there is none
 * @param value the JSON, UTF-8, without a line end
 * @param id the same for copies, and for no other record of the output
 * @param type of the CloudEvent
 * @param timestamp epoch milliseconds; empty where the record has no time but that of its writing
 */
public record OutputMessage(
    Optional<String> key, byte[] value, String id, String type, OptionalLong timestamp) {
  private static final String TYPE = "dev.wend.";
  private static final int ID_BYTES = 16;
  private static final String PROGRESS_KEY = "progress/";
  private static final String REQUEST_KEY = "request/";
  private static final String ANSWER_KEY = "/answer";

  /** What is to be done for a customer, known by the id that consumers know it by. */
  public static OutputMessage of(ActionRecord action) {
    return new OutputMessage(
        Optional.of(action.customerId()),
        Json.bytes(action.toJson()),
        action.actionId(),
        TYPE + "action." + action.type(),
        OptionalLong.of(action.timestamp()));
  }

  /** A trace record is unique by all its fields, so by its bytes. */
  public static OutputMessage of(TraceRecord trace) {
    byte[] value = Json.bytes(trace.toJson());
    return new OutputMessage(
        Optional.of(trace.customerId()),
        value,
        digest(value),
        TYPE + "trace." + trace.kind().id(),
        OptionalLong.of(trace.timestamp()));
  }

  /** A dead letter, which has a key only where the engine failed with a customer. */
  public static OutputMessage of(DeadLetter letter) {
    byte[] value = Json.bytes(letter.toJson());
    return new OutputMessage(
        letter.customerId(),
        value,
        digest(value),
        TYPE + "dead-letter." + letter.reason().id(),
        OptionalLong.empty());
  }

  /** An event that came late, known by the id of its message. */
  public static OutputMessage of(CustomerEvent late) {
    return new OutputMessage(
        Optional.of(late.customerId()),
        Json.bytes(late.toJson()),
        late.messageId(),
        TYPE + "late." + late.kind().id(),
        OptionalLong.of(late.timestamp()));
  }

  /**
   * A status record. Each has a key, so that a topic of them can be compacted; what is answered has one of its own, so that it
   * does not take the place of what runs.
   */
  public static OutputMessage of(StatusRecord status) {
    byte[] value = Json.bytes(status.toJson());
    return new OutputMessage(
        Optional.of(key(status)),
        value,
        digest(value),
        TYPE + "status." + status.kind().id(),
        OptionalLong.empty());
  }

  private static String key(StatusRecord status) {
    return status
        .scenarioId()
        .map(
            id ->
                switch (status.kind()) {
                  case RUNNING, STOPPED, PROGRESS -> id;
                  case ACCEPTED, REFUSED, UNCHANGED -> id + ANSWER_KEY;
                })
        .or(() -> status.request().map(REQUEST_KEY::concat))
        .orElse(PROGRESS_KEY);
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
