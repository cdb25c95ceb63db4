package dev.wend.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;

/** The properties of an event, held as a tree or as the JSON that they were read from. Never modified, thread-safe. */
public sealed interface EventProperties permits PropertyTree, PropertyText {
  /** Names the action that an event is about. */
  String ACTION_ID = "action_id";

  /** Holds a tree, which is not copied. */
  static EventProperties of(ObjectNode tree) {
    return new PropertyTree(tree);
  }

  /**
   * Holds the JSON of an object from {@code from} up to {@code to}, which is not copied, and not looked at until a property
   * is asked for: it must be an object as I-JSON (RFC 7493) has them.
   */
  static EventProperties of(byte[] json, int from, int to) {
    return PropertyText.of(json, from, to);
  }

  /**
   * {@link #of(byte[], int, int)} where it is known that none is called {@link #ACTION_ID}, for which every event is asked that
   * comes to its customer.
   */
  static EventProperties withoutActionId(byte[] json, int from, int to) {
    return PropertyText.withoutActionId(json, from, to);
  }

  /** All of them. */
  ObjectNode tree();

  /** The one at the top level that is called {@code key}, a missing node where there is none. */
  JsonNode property(String key);

  /** All of them as JSON in UTF-8. */
  ByteBuffer json();
}
