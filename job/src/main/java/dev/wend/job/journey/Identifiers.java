package dev.wend.job.journey;

import dev.wend.compile.CompiledScenario.Version;
import dev.wend.event.CustomerEvent;
import dev.wend.scenario.ActionType;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The ids of SEMANTICS.md section 6: the same history gives the same ones. */
final class Identifiers {
  private static final int ID_BYTES = 16;
  private static final int FIRST_LENGTH = 256;
  private static final HexFormat HEX = HexFormat.of();

  /** A look-up of the algorithm costs more than the digest of a short text. */
  private static final ThreadLocal<Identifiers> OF_THREAD =
      ThreadLocal.withInitial(Identifiers::new);

  private final MessageDigest digest = sha256();
  private final byte[] hash = new byte[digest.getDigestLength()];
  private byte[] lines = new byte[FIRST_LENGTH];
  private int length;

  private Identifiers() {}

  static String instance(String customerId, Instance.Origin origin) {
    Version version = origin.version();
    return OF_THREAD
        .get()
        .first(version.scenarioId())
        .next(Long.toString(version.number()))
        .next(customerId)
        .next(origin.triggerNode())
        .next(Long.toString(origin.entered()))
        .next(origin.messageId())
        .id();
  }

  static String action(String instanceId, String nodeId, ActionType type) {
    String id = OF_THREAD.get().first(instanceId).next(nodeId).id();
    return type.changesProfile() ? CustomerEvent.ECHO_PREFIX + id : id;
  }

  /** SHA-256 of UTF-8 text. */
  static byte[] sha256(String text) {
    return OF_THREAD.get().digest.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private Identifiers first(String line) {
    length = 0;
    return add(line);
  }

  private Identifiers next(String line) {
    lines[length++] = '\n';
    return add(line);
  }

  /** Afterwards there is room for a line feed. */
  private Identifiers add(String line) {
    byte[] text = line.getBytes(StandardCharsets.UTF_8);
    int end = length + text.length;
    if (end >= lines.length) {
      lines = Arrays.copyOf(lines, 2 * end);
    }
    System.arraycopy(text, 0, lines, length, text.length);
    length = end;
    return this;
  }

  private String id() {
    digest.update(lines, 0, length);
    try {
      digest.digest(hash, 0, hash.length);
    } catch (DigestException impossible) {
      throw new IllegalStateException("the digest is as long as it says", impossible);
    }
    return HEX.formatHex(hash, 0, ID_BYTES);
  }
}
