package dev.wend.job.config;

import java.util.List;
import java.util.Locale;

/** Which values are secret, by the path of their key. */
final class SecretNames {
  private static final List<String> WORDS =
      List.of(
          "password",
          "passphrase",
          "secret",
          "token",
          "credential",
          "jaas",
          "authorization",
          "private",
          "user.info",
          "keystore.key",
          "api.key",
          "api-key",
          "apikey");
  private static final List<String> OPEN_HEADERS =
      List.of("accept", "content-type", "content-encoding", "user-agent");

  private SecretNames() {}

  /** Whether the value at {@code path} is never shown; of headers only those known to be harmless are. */
  static boolean isSecret(List<String> path) {
    boolean header = path.size() > 1 && path.get(path.size() - 2).equals("headers");
    String key = lowerCase(path.get(path.size() - 1));
    return header
        ? !OPEN_HEADERS.contains(key)
        : path.stream()
            .map(SecretNames::lowerCase)
            .anyMatch(part -> WORDS.stream().anyMatch(part::contains));
  }

  private static String lowerCase(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
