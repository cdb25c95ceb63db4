package dev.wend.benchmark.workload;

import dev.wend.connectors.DecoderSettings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A year of a shop as files of native JSON lines, one for each month or so. */
public final class History {
  /** The event time that it takes. */
  public static final Duration SPAN = Duration.ofDays(365);

  /** The bytes of a line, about. */
  public static final long LINE = 1_100;

  private static final int FILES = 12;
  private static final int BUFFER = 1 << 20;

  private History() {}

  /** The year, with so many events. */
  public static Workload year(long customers, long events) {
    return new Workload(
        Workload.Form.JSON, customers, false, events, 1, SPAN, 1, Workload.Interest.CARTS, 0);
  }

  /** Writes all of it into a directory that is there. */
  public static void write(Workload year, Path directory) throws IOException {
    for (int file = 0; file < FILES; file++) {
      long from = year.events() * file / FILES;
      long to = year.events() * (file + 1) / FILES;
      Path path = directory.resolve(String.format(Locale.ROOT, "events-%02d.jsonl", file));
      try (OutputStream lines = new BufferedOutputStream(Files.newOutputStream(path), BUFFER)) {
        Clickstream clicks = new Clickstream(year, 0, 1, from, to);
        while (clicks.hasNext()) {
          lines.write(NativeRecord.of(clicks.next()));
          lines.write('\n');
        }
      }
    }
  }

  /** How it is read when it is over. */
  public static DecoderSettings settings() {
    return new DecoderSettings(
        Instant.ofEpochMilli(Clickstream.START).plus(SPAN),
        DecoderSettings.DEFAULT_FUTURE_TOLERANCE);
  }
}
