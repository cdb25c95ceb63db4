package dev.wend.connectors.mapping;

import java.io.Serializable;

/**
 * One line of a record that several lines make up, such as an order.
 *
 * @param groupKey what lines of one record have in common: input, event, customer and key columns of the mapping
 * @param source the file that it was read from
 * @param position its line in the file, from 1
 * @param payload what the mapping made of the line, JSON
 * @param checksum CRC-32C, unsigned, of the line as read
 */
public record GroupedLine(
    String groupKey, String source, long position, String payload, long checksum)
    implements Serializable {}
