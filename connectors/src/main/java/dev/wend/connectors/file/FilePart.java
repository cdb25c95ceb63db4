package dev.wend.connectors.file;

import java.io.Serializable;

/**
 * What of a history file one task reads: the whole, or some of its lines.
 *
 * @param start where it begins, in bytes of an uncompressed file
 * @param end where it ends, exclusive
 * @param linesBefore how many lines lie before it
 */
public record FilePart(EventFile file, long start, long end, long linesBefore)
    implements Serializable {
  /** All of the file. */
  public static FilePart whole(EventFile file) {
    return new FilePart(file, 0, file.size(), 0);
  }

  /** In bytes as stored. */
  public long length() {
    return end - start;
  }

  /** Whether it is all of the file as it was found. */
  public boolean isWhole() {
    return start == 0 && end == file.size();
  }
}
