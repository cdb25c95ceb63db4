package dev.wend.connectors;

import java.util.zip.CRC32C;

/** CRC-32C of a record (SEMANTICS.md section 5, step 2). */
public final class Checksum {
  private Checksum() {}

  /** The checksum, unsigned. */
  public static long of(byte[] record) {
    CRC32C crc = new CRC32C();
    crc.update(record, 0, record.length);
    return crc.getValue();
  }
}
