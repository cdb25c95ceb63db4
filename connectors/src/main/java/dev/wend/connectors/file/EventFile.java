package dev.wend.connectors.file;

import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.flink.core.fs.FSDataInputStream;

/**
 * A history file.
 *
 * @param name its path below the root that was given, with {@code /}: the same wherever the root lies
 * @param path where it is read from: a path of this machine, or a URI of a file system that Flink knows
 * @param size in bytes as stored
 */
public record EventFile(String name, String path, long size) implements Serializable {
  /** Whether it is compressed as a whole. */
  public boolean isCompressed() {
    return compression() != Compression.NONE;
  }

  /** The last part of the name. */
  public String lastName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The name without {@code .gz}, {@code .zst} or {@code .xz}. */
  public String contentName() {
    return compression().contentName(name);
  }

  /** What its folders say in their names, such as {@code day=2026-01-01}, by key; the innermost of a key counts. */
  public Map<String, String> partitions() {
    return Partitions.of(path);
  }

  /**
   * A file of another name that lies beside it, or beside the outermost of the {@link #partitions} that it lies in.
   *
   * @throws IOException when that cannot be found out
   */
  public Optional<EventFile> beside(String other) throws IOException {
    String folder = parent(path);
    while (true) {
      OptionalLong found = Storage.size(folder + other);
      if (found.isPresent()) {
        return Optional.of(new EventFile(other, folder + other, found.getAsLong()));
      }
      String last = folder.substring(parent(folder).length());
      if (!Partitions.isPartition(last)) {
        return Optional.empty();
      }
      folder = parent(folder);
    }
  }

  /** With the slash behind it. */
  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
  }

  /**
   * Opens it as it is stored.
   *
   * @throws IOException when it cannot be read
   */
  public FSDataInputStream openStored() throws IOException {
    return Storage.open(path);
  }

  Compression compression() {
    return Compression.of(name);
  }
}
