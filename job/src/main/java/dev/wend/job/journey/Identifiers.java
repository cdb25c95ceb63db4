package dev.wend.job.journey;

import dev.wend.compile.CompiledScenario.Version;
import dev.wend.event.CustomerEvent;
import dev.wend.scenario.ActionType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The ids of SEMANTICS.md section 6: the same history gives the same ones. */
final class Identifiers {
  private static final int ID_BYTES = 16;
  private static final HexFormat HEX = HexFormat.of();

  /** A look-up of the algorithm costs more than the digest of a short text. */
  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(Identifiers::sha256);

  private Identifiers() {}

  static String instance(String customerId, Instance.Origin origin) {
    Version version = origin.version();
    return hash(
        String.join(
            "\n",
            version.scenarioId(),
            Long.toString(version.number()),
            customerId,
            origin.triggerNode(),
            Long.toString(origin.entered()),
            origin.messageId()));
  }

  static String action(String instanceId, String nodeId, ActionType type) {
    String id = hash(instanceId + "\n" + nodeId);
    return type.changesProfile() ? CustomerEvent.ECHO_PREFIX + id : id;
  }

  /** SHA-256 of UTF-8 text. */
  static byte[] sha256(String text) {
    return SHA_256.get().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static String hash(String text) {
    return HEX.formatHex(sha256(text), 0, ID_BYTES);
  }
}
