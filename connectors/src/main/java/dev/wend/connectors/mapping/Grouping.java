package dev.wend.connectors.mapping;

import java.util.List;
import java.util.SortedMap;

/**
 * How several rows make one event.
 *
 * @param by what the rows of one event have in common, besides the customer
 * @param product what each row adds to the list of products; nothing where it is empty
 * @param totals by property: the factors whose product each row adds to it
 */
record Grouping(List<Value> by, List<Property> product, SortedMap<String, List<Value>> totals) {}
