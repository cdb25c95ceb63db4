package dev.wend.connectors.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.wend.event.CustomerEvent;
import dev.wend.event.Json;
import dev.wend.event.Utf8Order;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** Makes one event of the lines of a group. */
public final class GroupMerge {
  static final String PRODUCT = "product";
  static final String AMOUNTS = "amounts";
  private static final String PRODUCTS = "products";

  private static final Comparator<GroupedLine> ORDER =
      Comparator.comparing(GroupedLine::source, Utf8Order.INSTANCE)
          .thenComparingLong(GroupedLine::position)
          .thenComparingLong(GroupedLine::checksum)
          .thenComparing(GroupedLine::payload, Utf8Order.INSTANCE);

  private GroupMerge() {}

  /**
   * The event of all lines with one key, in any order: the timestamp is the earliest of them, what concerns the whole is
   * read in the first line in the order of files and lines, products come in that order, totals are exact.
   */
  public static CustomerEvent merge(List<GroupedLine> lines) {
    List<GroupedLine> sorted = lines.stream().sorted(ORDER).toList();
    List<JsonNode> payloads =
        sorted.stream().map(line -> Json.read(line.payload().getBytes(UTF_8))).toList();
    MappedRecord first = MappedRecord.of(payloads.get(0));
    ArrayNode products = Json.MAPPER.createArrayNode();
    SortedMap<String, BigDecimal> totals = new TreeMap<>(Utf8Order.INSTANCE);
    long timestamp = first.timestamp();
    for (JsonNode payload : payloads) {
      timestamp = Math.min(timestamp, payload.path("timestamp").longValue());
      if (payload.has(PRODUCT)) {
        products.add(payload.get(PRODUCT));
      }
      for (Map.Entry<String, JsonNode> amount : payload.path(AMOUNTS).properties()) {
        totals.merge(amount.getKey(), amount.getValue().decimalValue(), BigDecimal::add);
      }
    }
    totals.forEach((name, total) -> first.properties().set(name, Numbers.node(total)));
    if (!products.isEmpty()) {
      first.properties().set(PRODUCTS, products);
    }
    return first.at(timestamp).event(checksum(sorted));
  }

  private static long checksum(List<GroupedLine> lines) {
    CRC32C crc = new CRC32C();
    for (GroupedLine line : lines) {
      crc.update(ByteBuffer.allocate(Long.BYTES).putLong(line.checksum()).flip());
    }
    return crc.getValue();
  }
}
