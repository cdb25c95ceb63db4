package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Times as mappings read them, for those who look for a format that fits. */
public final class TimeFormats {
  private static final Map<String, TimeFormat> KNOWN = new ConcurrentHashMap<>();

  private TimeFormats() {}

  /**
   * Epoch milliseconds; empty where the value is not written so.
   *
   * @param format as a mapping file names it
   * @param zone where local times are read; empty if nowhere
   * @param text whether the value is a text, and not a number
   */
  public static OptionalLong read(String format, String zone, String value, boolean text) {
    Optional<ZoneId> local = zone.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(zone));
    TimeFormat known = KNOWN.computeIfAbsent(format, TimeFormat::of);
    try {
      JsonNode node = text ? TextNode.valueOf(value) : DecimalNode.valueOf(new BigDecimal(value));
      return known.read(node, local);
    } catch (NumberFormatException noNumber) {
      return OptionalLong.empty();
    }
  }
}
