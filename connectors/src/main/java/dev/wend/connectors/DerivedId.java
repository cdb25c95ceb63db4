package dev.wend.connectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;

/** The {@code messageId} of a record that has none (SEMANTICS.md section 1). */
public final class DerivedId {
  private static final List<String> TRANSPORT = List.of("sentAt", "receivedAt");

  private DerivedId() {}

  /** SHA-256, in lower-case hex, of the canonical JSON (RFC 8785) of {@code record} without what transport adds. */
  public static String of(ObjectNode record) {
    ObjectNode content = record.objectNode().setAll(record);
    content.remove(TRANSPORT);
    try {
      byte[] canonical = new JsonCanonicalizer(Json.bytes(content)).getEncodedUTF8();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (IOException notIJson) {
      throw new UncheckedIOException(notIJson);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
