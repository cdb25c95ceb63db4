package dev.wend.connectors.mapping;

import java.util.List;
import java.util.Optional;

/**
 * An event that is made of the rows of an input.
 *
 * @param when what rows have to meet, all of it
 * @param kind the id of a kind
 * @param propertiesFrom an object whose members are properties, under those of {@code properties}
 * @param group present where several rows make one event
 */
record EventRule(
    List<Condition> when,
    Value kind,
    Value name,
    Value customerId,
    Value messageId,
    TimeRule timestamp,
    Value channel,
    Value propertiesFrom,
    List<Property> properties,
    Optional<Grouping> group) {}
