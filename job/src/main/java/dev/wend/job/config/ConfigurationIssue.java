package dev.wend.job.config;

import dev.wend.issue.Severity;

/**
 * Something that is wrong with a configuration. It never says what a secret is.
 *
 * @param place a place of the document such as {@code wend.yaml:3:5}, an environment variable, or a setting
 * @param path the key, for example {@code source.kafka.topics}; may be empty
 * @param message what was expected, what was found, and the fix
 */
public record ConfigurationIssue(Severity severity, String place, String path, String message) {
  /** Whether it keeps the job from starting. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** As the commands print it, in one line. */
  @Override
  public String toString() {
    return severity.id() + " " + place + (path.isEmpty() ? "" : " " + path) + ": " + message;
  }
}
