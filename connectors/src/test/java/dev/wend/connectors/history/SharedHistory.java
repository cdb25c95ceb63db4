package dev.wend.connectors.history;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Histories that lie beside the checkout, where they do; {@code -Dwend.shared.data} names another place. */
public final class SharedHistory {
  private SharedHistory() {}

  /** Extracts an archive, or skips the test where there is none. */
  public static void extract(String archive, Path target) throws IOException {
    Path file = Path.of(System.getProperty("wend.shared.data", "../../shared/data"), archive);
    assumeTrue(Files.exists(file), "skipped: there is no " + file.toAbsolutePath().normalize());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile()) {
          Path path = entry.resolveIn(target);
          Files.createDirectories(path.getParent());
          Files.copy(tar, path);
        }
      }
    }
  }
}
