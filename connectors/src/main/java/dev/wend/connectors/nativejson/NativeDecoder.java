package dev.wend.connectors.nativejson;

import dev.wend.connectors.Checksum;
import dev.wend.connectors.Decoded;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.RecordDefaults;
import dev.wend.event.CustomerEvent;
import java.util.Optional;

/**
 * Native JSON records to events (SEMANTICS.md section 1). Stateless. Records are scanned; those that a scan is not sure of
 * are read as trees, which gives the same events.
 */
public final class NativeDecoder {
  private final ScanDecoder scans;
  private final TreeDecoder trees;

  /** Decodes with this clock. */
  public NativeDecoder(DecoderSettings settings) {
    long latest = settings.latest();
    this.scans = new ScanDecoder(latest);
    this.trees = new TreeDecoder(latest);
  }

  /** Decodes one record, without its line end; whatever is not an event is rejected with a reason, never thrown. */
  public Decoded decode(byte[] bytes) {
    return decode(bytes, Checksum.of(bytes), RecordDefaults.NONE);
  }

  /**
   * Decodes likewise the content of a record that has this checksum, with what else is known of it. The event may go on to use
   * {@code content}, which is never modified.
   */
  public Decoded decode(byte[] content, long checksum, RecordDefaults defaults) {
    Optional<CustomerEvent> scanned = scans.decode(content, checksum, defaults);
    return scanned.isPresent()
        ? new Decoded.Event(scanned.get())
        : trees.decode(content, checksum, defaults);
  }
}
