package dev.wend.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Channel;
import dev.wend.matcher.Operand;
import java.util.List;
import java.util.Map;

/**
 * What an action node says besides its type.
 *
 * @param channel by which sinks can route
 * @param fields the node's own fields as written, without {@code id}, {@code type}, {@code next}, {@code channel} and
 *     {@code data}, in the order of the contract's table
 * @param data names and what they stand for; empty where the node has none
 * @param consents all of which must be held at the moment of sending
 */
public record ActionSettings(
    Channel channel,
    ObjectNode fields,
    Map<String, Operand> data,
    List<String> consents,
    OnConsentMissing onConsentMissing) {

  /** What to do where a consent is missing. */
  public enum OnConsentMissing {
    SKIP("skip"),
    EXIT("exit");

    private final String id;

    OnConsentMissing(String id) {
      this.id = id;
    }

    /** As documents write it. */
    public String id() {
      return id;
    }
  }
}
