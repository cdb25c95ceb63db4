package dev.wend.connectors.file;

import java.io.Serializable;

/**
 * A history file.
 *
 * @param name its path below the root that was given, with {@code /}: the same wherever the root lies
 * @param path where it is read from
 * @param size in bytes as stored
 */
public record EventFile(String name, String path, long size) implements Serializable {
  /** Whether it is compressed. */
  public boolean isCompressed() {
    return name.endsWith(".gz");
  }

  /** The last part of the name. */
  public String lastName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The name without {@code .gz}. */
  public String contentName() {
    return isCompressed() ? name.substring(0, name.length() - ".gz".length()) : name;
  }
}
